package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.UninterpretedOption;

/** Field numbers in the ranges of a message. */
final class MessageNumbers {
    /** Stands for {@code max} as an exclusive end until the options of the message are known. */
    static final int MAX = -1;

    private static final int END_OF_FIELD_NUMBERS = 1 << 29;

    private MessageNumbers() {}

    /** A number below the largest int32, so that an exclusive end can follow it. */
    static int bounded(Tokens tokens, String what) {
        int start = tokens.start();
        int number = tokens.literals().int32(what);
        if (number == Integer.MAX_VALUE) {
            throw tokens.fail(start, "field number out of range; the largest is " + (END_OF_FIELD_NUMBERS - 1));
        }
        return number;
    }

    /** The exclusive end of a range, from the number or {@code max} after {@code to}. */
    static int end(Tokens tokens) {
        return tokens.accept(Word.MAX) ? MAX : bounded(tokens, "a field number or \"max\" after \"to\"") + 1;
    }

    /** What {@code max} means as an exclusive end: one past the last field number, more in a message set. */
    static int endOfMaximum(MessageDraft message) {
        for (UninterpretedOption option : message.options) {
            if (OptionParser.isTrue(option, "message_set_wire_format")) {
                return Integer.MAX_VALUE;
            }
        }
        return END_OF_FIELD_NUMBERS;
    }
}
