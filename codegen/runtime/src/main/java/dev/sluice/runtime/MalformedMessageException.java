package dev.sluice.runtime;

/** Input that is not a message of the expected type, and where. */
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int offset;
    private final int line;
    private final int column;
    private final String path;

    private MalformedMessageException(String reason, int offset, int line, int column, String path, String where) {
        super(reason + " at " + where + (path.isEmpty() ? "" : ", in " + path));
        this.reason = reason;
        this.offset = offset;
        this.line = line;
        this.column = column;
        this.path = path;
    }

    /**
     * A fault in a message in wire form.
     *
     * @param offset the byte, from 0
     * @param path the numbers of the enclosing fields from the outermost on, joined by dots
     */
    public static MalformedMessageException inBytes(String reason, int offset, String path) {
        return new MalformedMessageException(reason, offset, 0, 0, path, "byte " + offset);
    }

    /**
     * A fault in JSON text.
     *
     * @param offset the char, from 0
     * @param line the line, from 1
     * @param column the char in the line, from 1
     * @param path the enclosing member names as written, joined by dots, list elements in brackets
     */
    public static MalformedMessageException inJson(String reason, int offset, int line, int column, String path) {
        return new MalformedMessageException(reason, offset, line, column, path, "line " + line + ", column " + column);
    }

    /** What is wrong, without where. */
    public String reason() {
        return reason;
    }

    /** Where: in wire form the byte, in JSON the char, from 0. */
    public int offset() {
        return offset;
    }

    /** The line in JSON text, from 1; 0 for wire form. */
    public int line() {
        return line;
    }

    /** The char in the line of JSON text, from 1; 0 for wire form. */
    public int column() {
        return column;
    }

    /**
     * The field: in JSON member names such as {@code retry.budget.maxTokens}, in wire form field numbers such as {@code
     * 9.6.1}; empty at the top.
     */
    public String path() {
        return path;
    }
}
