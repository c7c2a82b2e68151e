package dev.sluice.compat.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text put in place of the bytes from {@code start} to before {@code end}. */
public record Edit(int start, int end, String text) {

    static Edit replace(Part part, String text) {
        return new Edit(part.start(), part.end(), text);
    }

    static Edit delete(Part part) {
        return replace(part, "");
    }

    static Edit insert(int at, String text) {
        return new Edit(at, at, text);
    }

    /** The text after edits that do not overlap. */
    static String apply(List<Edit> edits, String text) {
        List<Edit> fromTheEnd = new ArrayList<>(edits);
        fromTheEnd.sort(Comparator.comparingInt(Edit::start).reversed());
        StringBuilder edited = new StringBuilder(text);
        for (Edit edit : fromTheEnd) {
            edited.replace(edit.start, edit.end, edit.text);
        }
        return edited.toString();
    }
}
