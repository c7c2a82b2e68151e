package dev.sluice.schema.option;

/** A value between braces that cannot be read; always caught in this package. */
final class AggregateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /** @param offset where in the source, in bytes */
    AggregateException(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
