package dev.sluice.schema.option;

import dev.sluice.schema.wire.MalformedWireException;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;

/** Checks options that come in wire form, as far as they are read without knowing custom options. */
final class LoadedOptions {
    private static final int DECLARATION = 2;
    private static final int EDITION_DEFAULTS = 20;
    private static final int FIELD_FEATURE_SUPPORT = 22;
    private static final int VALUE_FEATURE_SUPPORT = 4;

    private LoadedOptions() {}

    /** Whether the bytes are an options message of this kind: its fields, and those of the messages in it. */
    static boolean areWellFormed(OptionsKind kind, byte[] encoded) {
        try {
            WireReader reader = new WireReader(encoded);
            while (reader.nextTag()) {
                if (reader.wireType() == WireType.LENGTH_DELIMITED && isMessage(kind, reader.fieldNumber())) {
                    skipAll(reader.message());
                } else {
                    reader.skip();
                }
            }
            return true;
        } catch (MalformedWireException malformed) {
            return false;
        }
    }

    private static boolean isMessage(OptionsKind kind, int number) {
        if (number == kind.featuresNumber()) {
            return true;
        }
        return switch (kind) {
            case EXTENSION_RANGE -> number == DECLARATION;
            case FIELD -> number == EDITION_DEFAULTS || number == FIELD_FEATURE_SUPPORT;
            case ENUM_VALUE -> number == VALUE_FEATURE_SUPPORT;
            case FILE, MESSAGE, ONEOF, ENUM, SERVICE, METHOD -> false;
        };
    }

    private static void skipAll(WireReader reader) {
        while (reader.nextTag()) {
            reader.skip();
        }
    }
}
