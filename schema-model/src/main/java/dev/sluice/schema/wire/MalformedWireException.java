package dev.sluice.schema.wire;

/** Bytes that are not a protobuf message: truncated, overlong or with an impossible tag. */
public final class MalformedWireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param offset where in the bytes, from 0 */
    public MalformedWireException(String what, int offset) {
        super(what + " at byte " + offset, null, false, false);
    }
}
