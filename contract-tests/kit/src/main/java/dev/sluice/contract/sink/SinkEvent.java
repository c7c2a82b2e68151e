package dev.sluice.contract.sink;

import dev.sluice.contract.http.Headers;

/**
 * One thing that the sink saw, in the order in which it saw them.
 *
 * @param kind what happened
 * @param workId the {@code Sluice-Work-Id} of the call, empty where it has none
 * @param headers the fields of the call
 * @param payload the first 4 KiB of its body, in base64
 */
public record SinkEvent(Kind kind, String workId, Headers headers, String payload) {
    /** What can happen to a downstream call. */
    public enum Kind {
        /** The request was read in full. */
        BEGUN,
        /** The sink answered, or broke the connection as it was told to. */
        ENDED,
        /** The caller closed the connection before it was answered. */
        ABANDONED
    }
}
