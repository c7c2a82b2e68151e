package dev.sluice.schema.option;

import org.jspecify.annotations.Nullable;

/**
 * Where a source-info path enters an options message.
 *
 * @param kind the options message
 * @param end the index in the path after the number of the {@code options} field
 */
record OptionsPosition(OptionsKind kind, int end) {

    /** The position in a path, or null where it does not enter an options message. */
    static @Nullable OptionsPosition in(int[] path) {
        OptionsKind kind = OptionsKind.FILE;
        for (int at = 0; at < path.length; at += 2) {
            if (path[at] == kind.fieldNumber()) {
                return new OptionsPosition(kind, at + 1);
            }
            OptionsKind child = child(kind, path[at]);
            if (child == null) {
                return null;
            }
            kind = child;
        }
        return null;
    }

    /** The kind of the elements in a repeated field of an element's descriptor. */
    private static @Nullable OptionsKind child(OptionsKind parent, int number) {
        return switch (parent) {
            case FILE ->
                switch (number) {
                    case 4 -> OptionsKind.MESSAGE;
                    case 5 -> OptionsKind.ENUM;
                    case 6 -> OptionsKind.SERVICE;
                    case 7 -> OptionsKind.FIELD;
                    default -> null;
                };
            case MESSAGE ->
                switch (number) {
                    case 2, 6 -> OptionsKind.FIELD;
                    case 3 -> OptionsKind.MESSAGE;
                    case 4 -> OptionsKind.ENUM;
                    case 5 -> OptionsKind.EXTENSION_RANGE;
                    case 8 -> OptionsKind.ONEOF;
                    default -> null;
                };
            case ENUM -> number == 2 ? OptionsKind.ENUM_VALUE : null;
            case SERVICE -> number == 2 ? OptionsKind.METHOD : null;
            case FIELD, ONEOF, EXTENSION_RANGE, ENUM_VALUE, METHOD -> null;
        };
    }
}
