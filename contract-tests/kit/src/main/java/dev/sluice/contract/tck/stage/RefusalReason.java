package dev.sluice.contract.tck.stage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The registered reasons of refusals and the status of each ({@code PROTOCOL.md}, "Reasons and problem types"). */
public enum RefusalReason {
    QUEUE_FULL(503),
    SHED(503),
    DRAINING(503),
    TENANT_QUOTA(429),
    LEASE_EXHAUSTED(429),
    LEASE_EXPIRED(429),
    DEADLINE_EXCEEDED(504),
    ATTEMPTS_EXHAUSTED(422),
    WORK_ID_REUSED(422),
    DOWNSTREAM_NOT_ALLOWED(422),
    INVALID_POLICY(422),
    ADMISSION_IN_PROGRESS(409),
    POLICY_CONFLICT(412),
    MALFORMED(400),
    UNSUPPORTED_VERSION(400),
    TOO_LARGE(413),
    UNKNOWN_WORK(404),
    WORK_RETIRED(410);

    private final int status;

    RefusalReason(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with the reason. */
    public int status() {
        return status;
    }

    /** The problem type, such as {@code urn:sluice:problem:queue-full}. */
    public String type() {
        return "urn:sluice:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a refusal with this reason carries the capacity right after the decision. */
    public boolean showsLoad() {
        return status == 503 || status == 429;
    }

    /** The enum value in JSON, such as {@code REFUSAL_REASON_QUEUE_FULL}. */
    public String wireName() {
        return "REFUSAL_REASON_" + name();
    }

    /** The reason of the wire name. */
    public static Optional<RefusalReason> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName().equals(wireName))
                .findFirst();
    }

    /** The reason of the problem type. */
    public static Optional<RefusalReason> ofType(String type) {
        return Arrays.stream(values())
                .filter(reason -> reason.type().equals(type))
                .findFirst();
    }
}
