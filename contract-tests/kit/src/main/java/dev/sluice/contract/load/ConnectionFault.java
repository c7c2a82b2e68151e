package dev.sluice.contract.load;

/** What a {@link FaultProxy} does to a connection. */
public enum ConnectionFault {
    /** Nothing. */
    NONE,
    /** Every piece is passed on 20 ms later. */
    LATENCY,
    /** The connection is reset when the reply begins. */
    RESET,
    /** The connection is closed after the first 40 bytes of the reply. */
    HALF_A_REPLY,
    /** The request is passed on byte by byte. */
    SLOW_BODY
}
