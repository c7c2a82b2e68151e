package dev.sluice.schema.option;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;

/** Finds out whether an option has been set before on the same element. */
final class SetOptions {
    private SetOptions() {}

    /** Whether the options written so far set the field that a path leads to. */
    static boolean contain(byte[] options, Field[] path) {
        return options.length > 0 && contain(new WireReader(options), path, 0);
    }

    private static boolean contain(WireReader reader, Field[] path, int depth) {
        Field field = path[depth];
        while (reader.nextTag()) {
            if (reader.fieldNumber() != field.number()) {
                reader.skip();
            } else if (depth + 1 == path.length) {
                return true;
            } else if (reader.wireType() == WireType.LENGTH_DELIMITED) {
                if (contain(reader.message(), path, depth + 1)) {
                    return true;
                }
            } else if (reader.wireType() == WireType.START_GROUP) {
                if (contain(reader.group(), path, depth + 1)) {
                    return true;
                }
            } else {
                reader.skip();
            }
        }
        return false;
    }
}
