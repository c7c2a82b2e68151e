package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** A whole element; of what belongs to a map's entry the type of the map as it is written. */
    static Anchor of(Element element) {
        return new Anchor(element.file(), List.of(written(element)));
    }

    /** A part of an element, or the whole element where the part is not written. */
    static Anchor partOf(Element element, int... part) {
        return new Anchor(element.file(), List.of(join(element.path(), part), written(element)));
    }

    /** A part of a file, or its start where the part is not written. */
    static Anchor partOf(SchemaFile file, int part) {
        return new Anchor(file, List.of(new int[] {part}));
    }

    /**
     * An option of an element, or its file's start where the option is not written.
     *
     * @param option the number of the option, then those of the fields inside it; where a field has no position of its
     *     own, that of what it is written in counts
     */
    static Anchor optionOf(Element element, int... option) {
        int[] options = join(element.path(), optionsNumber(element));
        List<int[]> paths = new ArrayList<>();
        for (int length = option.length; length > 0; length--) {
            paths.add(join(options, Arrays.copyOf(option, length)));
        }
        return new Anchor(element.file(), paths);
    }

    /** The type of a field as it is written; for the key or value of a map that of the map. */
    static Anchor typeOf(Field field) {
        int[] whole = field.path();
        return new Anchor(field.file(), List.of(join(whole, TYPE_NAME), join(whole, TYPE), written(field)));
    }

    /** This place, or the whole element, of the same file, where it is not written. */
    Anchor or(Element element) {
        return or(of(element));
    }

    /** This place, or another one of the same file where it is not written. */
    Anchor or(Anchor other) {
        List<int[]> all = new ArrayList<>(paths);
        all.addAll(other.paths);
        return new Anchor(file, all);
    }

    private static int[] written(Element element) {
        if (element instanceof MessageType message && message.isMapEntry()) {
            return mapType(message);
        }
        if (element instanceof Field field
                && !field.isExtension()
                && field.containingMessage().isMapEntry()) {
            return mapType(field.containingMessage());
        }
        return element.path();
    }

    /** The type of the map field that an entry belongs to. */
    private static int[] mapType(MessageType entry) {
        if (entry.parent().isPresent()) {
            for (Field candidate : entry.parent().get().fields()) {
                if (candidate.message().orElse(null) == entry) {
                    return join(candidate.path(), TYPE_NAME);
                }
            }
        }
        return entry.path();
    }

    /** The number of the field that holds the options of such an element (descriptor.proto). */
    private static int optionsNumber(Element element) {
        if (element instanceof SchemaFile || element instanceof Field) {
            return 8;
        }
        if (element instanceof MessageType) {
            return 7;
        }
        if (element instanceof Rpc) {
            return 4;
        }
        return element instanceof Oneof ? 2 : 3;
    }

    private static int[] join(int[] whole, int... part) {
        int[] path = Arrays.copyOf(whole, whole.length + part.length);
        System.arraycopy(part, 0, path, whole.length, part.length);
        return path;
    }
}
