package dev.sluice.lint.constraint;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an element's constraints, below one part of these. */
final class Flaws {
    private final MessageType type;
    private final List<Integer> path;
    private final String prefix;
    private final @Nullable Flaws whole;
    private final List<Flaw> found;

    private Flaws(MessageType type, List<Integer> path, String prefix, @Nullable Flaws whole, List<Flaw> found) {
        this.type = type;
        this.path = path;
        this.prefix = prefix;
        this.whole = whole;
        this.found = found;
    }

    /** Nothing found so far below an extension, which is a message, of an options message. */
    static Flaws below(Field extension) {
        return new Flaws(extension.message().orElseThrow(), List.of(extension.number()), "", null, new ArrayList<>());
    }

    /** For what is wrong with the value of a singular message field. */
    Flaws in(String field) {
        Field part = type.field(field).orElseThrow();
        return new Flaws(part.message().orElseThrow(), join(part.number()), name(field) + ".", whole(), found);
    }

    /** For what is wrong with all constraints of the element, wherever among them this part is. */
    Flaws whole() {
        return whole == null ? this : whole;
    }

    /** Adds what is wrong with a field. */
    void add(String field, String what) {
        found.add(new Flaw(join(number(field)), what));
    }

    /** Adds what is wrong with an element of a repeated field. */
    void add(String field, int index, String what) {
        found.add(new Flaw(join(number(field), index), what));
    }

    /** Adds what is wrong with an element of a repeated field, in an element of a repeated message field. */
    void add(String field, int index, String innerField, int innerIndex, String what) {
        int inner = type.field(field)
                .flatMap(Field::message)
                .flatMap(message -> message.field(innerField))
                .orElseThrow()
                .number();
        found.add(new Flaw(join(number(field), index, inner, innerIndex), what));
    }

    /** What a field is called in findings: the names that lead to it from the constraints of the element. */
    String name(String field) {
        return prefix + field;
    }

    /** What was found, below whichever part. */
    List<Flaw> found() {
        return List.copyOf(found);
    }

    private int number(String field) {
        return type.field(field).orElseThrow().number();
    }

    private List<Integer> join(int... numbers) {
        List<Integer> joined = new ArrayList<>(path);
        for (int number : numbers) {
            joined.add(number);
        }
        return joined;
    }
}
