package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records where each element stands, in the order in which they are opened. A span begins at the token that is current
 * when it is opened and ends with the token before the one that is current when it is closed. Where source info is not
 * wanted every call does nothing.
 */
final class LocationRecorder {
    private static final Span UNRECORDED = new Span(Span.NO_PATH, 0);

    private final Lexer lexer;
    private final boolean enabled;
    private final boolean screen;
    private final List<Span> spans = new ArrayList<>();

    LocationRecorder(Lexer lexer, @Nullable SourceInfoForm form) {
        this.lexer = lexer;
        this.enabled = form != null;
        this.screen = form == SourceInfoForm.SCREEN;
    }

    boolean enabled() {
        return enabled;
    }

    /** Whether positions and comments are those of Buf. */
    boolean screen() {
        return screen;
    }

    /** Whether a setting is where the whole of it is, rather than its value. */
    boolean wholeSettings() {
        return screen;
    }

    /** Opens the span of the file. */
    Span openRoot() {
        return enabled ? add(Span.NO_PATH, lexer.start()) : UNRECORDED;
    }

    /** Opens another span with its parent's path. */
    Span open(Span parent) {
        return enabled ? add(parent.path, lexer.start()) : UNRECORDED;
    }

    Span open(Span parent, int step) {
        return enabled ? add(path(parent, step), lexer.start()) : UNRECORDED;
    }

    Span open(Span parent, int step, int index) {
        return enabled ? add(path(parent, step, index), lexer.start()) : UNRECORDED;
    }

    /** Opens a span that begins at an earlier byte. */
    Span openAt(Span parent, int step, int start) {
        return enabled ? add(path(parent, step), start) : UNRECORDED;
    }

    /** Opens a span that begins at an earlier byte. */
    Span openAt(Span parent, int step, int index, int start) {
        return enabled ? add(path(parent, step, index), start) : UNRECORDED;
    }

    /** Records a span whose bytes are known. */
    void record(Span parent, int step, int start, int end) {
        if (enabled) {
            add(path(parent, step), start).end = end;
        }
    }

    /** A parent for spans whose own location is not recorded. */
    Span unrecorded(Span parent, int step) {
        return enabled ? new Span(path(parent, step), lexer.start()) : UNRECORDED;
    }

    /** Adds a step to the path of an open span. */
    void extend(Span span, int step) {
        if (enabled) {
            span.path = path(span, step);
        }
    }

    void close(Span span) {
        if (enabled) {
            span.end = lexer.previousEnd();
        }
    }

    /** How many spans have been opened. */
    int size() {
        return spans.size();
    }

    /** Records the spans from one index to before another once more, with another number at one place of the path. */
    void repeat(int from, int to, int pathIndex, int number) {
        for (int i = from; i < to; i++) {
            Span original = spans.get(i);
            int[] path = original.path.clone();
            path[pathIndex] = number;
            add(path, original.start).end = original.end;
        }
    }

    /** All spans with lines and columns, or null where source info is not wanted. */
    @Nullable
    SourceInfo sourceInfo(Lines lines) {
        if (!enabled) {
            return null;
        }
        List<SourceInfo.Location> locations = new ArrayList<>(spans.size());
        for (Span span : spans) {
            int[] position = {
                lines.line(span.start), lines.column(span.start), lines.line(span.end), lines.column(span.end)
            };
            locations.add(new SourceInfo.Location(
                    span.path, position, present(span.leading), present(span.trailing), span.detached));
        }
        return new SourceInfo(locations);
    }

    private static @Nullable String present(String comment) {
        return comment.isEmpty() ? null : comment;
    }

    private Span add(int[] path, int start) {
        Span span = new Span(path, start);
        spans.add(span);
        return span;
    }

    private static int[] path(Span parent, int step) {
        int length = parent.path.length;
        int[] path = Arrays.copyOf(parent.path, length + 1);
        path[length] = step;
        return path;
    }

    private static int[] path(Span parent, int step, int index) {
        int length = parent.path.length;
        int[] path = Arrays.copyOf(parent.path, length + 2);
        path[length] = step;
        path[length + 1] = index;
        return path;
    }
}
