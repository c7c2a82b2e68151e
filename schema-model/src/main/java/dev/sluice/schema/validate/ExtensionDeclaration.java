package dev.sluice.schema.validate;

import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of one of its extensions (descriptor.proto, ExtensionRangeOptions.Declaration).
 *
 * @param fullName the extension's full name with a leading dot, or null where it is left out
 * @param type the extension's type, with a leading dot unless it is a scalar, or null where it is left out
 * @param reserved whether no extension may have the number
 */
record ExtensionDeclaration(
        int number, @Nullable String fullName, @Nullable String type, boolean reserved, boolean repeated) {
    private static final int NUMBER = 1;
    private static final int FULL_NAME = 2;
    private static final int TYPE = 3;
    private static final int RESERVED = 5;
    private static final int REPEATED = 6;

    static ExtensionDeclaration read(byte[] encoded) {
        int number = 0;
        String fullName = null;
        String type = null;
        boolean reserved = false;
        boolean repeated = false;
        WireReader reader = new WireReader(encoded);
        while (reader.nextTag()) {
            if (reader.fieldNumber() == NUMBER && reader.wireType() == WireType.VARINT) {
                number = (int) reader.varint();
            } else if (reader.fieldNumber() == FULL_NAME && reader.wireType() == WireType.LENGTH_DELIMITED) {
                fullName = reader.string();
            } else if (reader.fieldNumber() == TYPE && reader.wireType() == WireType.LENGTH_DELIMITED) {
                type = reader.string();
            } else if (reader.fieldNumber() == RESERVED && reader.wireType() == WireType.VARINT) {
                reserved = reader.varint() != 0;
            } else if (reader.fieldNumber() == REPEATED && reader.wireType() == WireType.VARINT) {
                repeated = reader.varint() != 0;
            } else {
                reader.skip();
            }
        }
        return new ExtensionDeclaration(number, fullName, type, reserved, repeated);
    }
}
