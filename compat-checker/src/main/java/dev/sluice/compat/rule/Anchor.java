package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding belongs, before positions are known.
 *
 * @param file the new file, or null where it is gone
 * @param paths source-info paths, best first; the first that has a position wins, and none means the file's start
 */
public record Anchor(@Nullable SchemaFile file, List<int[]> paths) {
    private static final int TYPE = 5;
    private static final int TYPE_NAME = 6;

    /** No place: the file is gone. */
    static Anchor gone() {
        return new Anchor(null, List.of());
    }

    /** The start of a file. */
    static Anchor startOf(SchemaFile file) {
        return new Anchor(file, List.of());
    }

    /** A whole element. */
    static Anchor of(Element element) {
        return new Anchor(element.file(), List.of(element.path()));
    }

    /** A part of an element, or the whole element where the part is not written. */
    static Anchor partOf(Element element, int... part) {
        int[] whole = element.path();
        return new Anchor(element.file(), List.of(join(whole, part), whole));
    }

    /** A part of a file, or its start where the part is not written. */
    static Anchor partOf(SchemaFile file, int part) {
        return new Anchor(file, List.of(new int[] {part}));
    }

    /** The type of a field as it is written; for the key or value of a map that of the map. */
    static Anchor typeOf(Field field) {
        Field written = field.isExtension() ? field : mapOf(field);
        int[] whole = written.path();
        return new Anchor(written.file(), List.of(join(whole, TYPE_NAME), join(whole, TYPE), whole));
    }

    /** The map field whose entry this field belongs to, or the field itself. */
    private static Field mapOf(Field field) {
        MessageType entry = field.containingMessage();
        if (entry.isMapEntry() && entry.parent().isPresent()) {
            for (Field candidate : entry.parent().get().fields()) {
                if (candidate.message().orElse(null) == entry) {
                    return candidate;
                }
            }
        }
        return field;
    }

    private static int[] join(int[] whole, int... part) {
        int[] path = new int[whole.length + part.length];
        System.arraycopy(whole, 0, path, 0, whole.length);
        System.arraycopy(part, 0, path, whole.length, part.length);
        return path;
    }
}
