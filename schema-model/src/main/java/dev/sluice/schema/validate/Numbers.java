package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.MessageType;

/** Bounds of field numbers (protobuf.dev, Assigning Field Numbers). */
final class Numbers {
    static final int MAX_FIELD_NUMBER = 536_870_911;
    static final int FIRST_RESERVED = 19_000;
    static final int LAST_RESERVED = 19_999;

    private Numbers() {}

    /** The largest number a field or extension of this message may have; MessageSets encode them differently. */
    static int largest(MessageType message) {
        return message.isMessageSet() ? Integer.MAX_VALUE : MAX_FIELD_NUMBER;
    }

    /** Whether two ranges with exclusive ends have a number in common. */
    static boolean overlap(int start, int end, int otherStart, int otherEnd) {
        return start < otherEnd && otherStart < end;
    }

    static boolean contains(NumberRange exclusiveEnd, int number) {
        return number >= exclusiveEnd.start() && number < exclusiveEnd.end();
    }

    static boolean contains(ExtensionRange range, int number) {
        return number >= range.start() && number < range.end();
    }

    static String describe(int start, int exclusiveEnd) {
        return exclusiveEnd - start == 1 ? String.valueOf(start) : start + " to " + (exclusiveEnd - 1);
    }
}
