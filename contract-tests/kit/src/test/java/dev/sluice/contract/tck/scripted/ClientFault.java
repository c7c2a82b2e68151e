package dev.sluice.contract.tck.scripted;

/** A way in which the scripted client can be wrong. */
public enum ClientFault {
    NONE,
    /** It submits without looking at its credits. */
    IGNORES_LEASE,
    /** It waits by its own backoff, whatever it was told. */
    OWN_BACKOFF_WINS,
    /** It takes a negative pushback for no pushback. */
    RETRIES_NEGATIVE_PUSHBACK,
    /** The k-th wait is k times the first. */
    LINEAR_BACKOFF,
    ZERO_DELAY,
    NO_JITTER,
    NO_BUDGET,
    NEW_ID_PER_RETRY,
    DEADLINE_RESET,
    ATTEMPT_STAYS,
    /** It tries again after 400, 422 and 504. */
    RETRIES_EVERYTHING,
    /** An expired document is taken for a free provider. */
    STALE_IS_UNLIMITED
}
