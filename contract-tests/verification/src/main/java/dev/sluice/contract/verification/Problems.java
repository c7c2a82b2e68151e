package dev.sluice.contract.verification;

import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.protocol.service.v1.Problem;
import dev.sluice.protocol.work.v1.RefusalReason;
import java.util.Locale;

/** The problem documents that consumers expect: what a reason fixes, exactly; the rest as the schema permits. */
final class Problems {
    private static final String PREFIX = "REFUSAL_REASON_";

    private Problems() {}

    static Body of(int status, RefusalReason reason) {
        String slug = reason.name()
                .substring(PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        Body problem = Body.like(Problem.class)
                .with("type", "urn:sluice:problem:" + slug)
                .with("status", status)
                .with("reason", reason.name())
                .exactly("type", "status", "reason");
        return isRetryable(status) ? problem.with("retryable", true).exactly("retryable") : problem;
    }

    /** Whether the reasons of a status permit a retry (PROTOCOL.md, "Reasons"). */
    private static boolean isRetryable(int status) {
        return status == 429 || status == 503 || status == 409;
    }
}
