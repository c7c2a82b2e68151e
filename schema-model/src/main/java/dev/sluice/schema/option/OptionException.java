package dev.sluice.schema.option;

/** An option that cannot be interpreted; always caught in this package. */
final class OptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Numbers of UninterpretedOption's fields, for the position of the problem. */
    static final int NAME = 2;

    static final int IDENTIFIER_VALUE = 3;
    static final int POSITIVE_INT_VALUE = 4;
    static final int NEGATIVE_INT_VALUE = 5;
    static final int DOUBLE_VALUE = 6;
    static final int STRING_VALUE = 7;
    static final int AGGREGATE_VALUE = 8;

    private final int part;

    /** @param part the field of UninterpretedOption that is wrong */
    OptionException(int part, String message) {
        super(message, null, false, false);
        this.part = part;
    }

    int part() {
        return part;
    }

    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
