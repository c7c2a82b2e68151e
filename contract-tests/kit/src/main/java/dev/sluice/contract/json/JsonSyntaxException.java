package dev.sluice.contract.json;

/** A text that is not JSON; the message says where and why. */
public final class JsonSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    JsonSyntaxException(int offset, String why) {
        super("at character " + offset + ": " + why);
        this.offset = offset;
    }

    /** Where reading ended, in characters from 0. */
    public int offset() {
        return offset;
    }
}
