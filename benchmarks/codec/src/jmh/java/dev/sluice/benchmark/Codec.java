package dev.sluice.benchmark;

/** One peer's way with one message. A benchmark runs one codec a fork, so that calls of it are monomorphic. */
interface Codec {
    Object decode(byte[] bytes) throws Exception;

    byte[] encode(Object message) throws Exception;

    /** Builds the message from plain values and encodes it. */
    byte[] buildAndEncode() throws Exception;

    String toJson(Object message) throws Exception;

    Object fromJson(String json) throws Exception;

    /** For what a peer does not do. */
    static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("not offered by this peer");
    }
}
