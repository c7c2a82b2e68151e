package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.RefusalReason;
import java.util.Base64;
import java.util.Optional;

/** The checks of a submission that do not need the load, in the order of {@code PROTOCOL.md}. */
record AdmissionChecks(long maxAttempts, long maxItemBytes) {
    /** Syntax, version and size: steps 1 and 2. */
    Optional<RefusalReason> wellFormed(Json.Obj item) {
        if (item.whole("schemaVersion").filter(version -> version != 1).isPresent()) {
            return Optional.of(RefusalReason.UNSUPPORTED_VERSION);
        }
        boolean complete = item.text("workId")
                        .filter(AdmissionChecks::identifier)
                        .isPresent()
                && item.text("tenant").filter(AdmissionChecks::identifier).isPresent()
                && item.text("kind").filter(AdmissionChecks::identifier).isPresent()
                && item.text("criticality").isPresent()
                && item.whole("deadlineMs").filter(ms -> ms <= 86_400_000).isPresent()
                && item.whole("attempt").filter(attempt -> attempt >= 1).isPresent();
        if (!complete) {
            return Optional.of(RefusalReason.MALFORMED);
        }
        byte[] payload = Base64.getDecoder().decode(item.text("payload").orElse(""));
        return payload.length > maxItemBytes ? Optional.of(RefusalReason.TOO_LARGE) : Optional.empty();
    }

    /** Deadline, attempts and downstream: steps 4 to 6. */
    Optional<RefusalReason> worthTrying(Json.Obj item) {
        if (item.whole("deadlineMs").orElse(0L) <= 0) {
            return Optional.of(RefusalReason.DEADLINE_EXCEEDED);
        }
        if (item.whole("attempt").orElse(0L) > maxAttempts) {
            return Optional.of(RefusalReason.ATTEMPTS_EXHAUSTED);
        }
        return item.object("attributes")
                .flatMap(attributes -> attributes.text("sluice.downstream"))
                .filter(target -> !target.startsWith("http://127.0.0.1:"))
                .map(target -> RefusalReason.DOWNSTREAM_NOT_ALLOWED);
    }

    private static boolean identifier(String text) {
        return text.matches("[A-Za-z0-9._-]{1,128}");
    }
}
