package dev.sluice.contract.sink;

/** How the sink ends a downstream call. */
public enum SinkAnswer {
    /** 200. */
    OK,
    /** 500. */
    SERVER_ERROR,
    /** 302 to the sink itself. */
    REDIRECT,
    /** The connection is closed within the reply. */
    HALF_A_REPLY,
    /** The connection is reset without a reply. */
    RESET
}
