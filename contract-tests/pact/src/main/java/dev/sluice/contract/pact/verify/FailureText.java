package dev.sluice.contract.pact.verify;

import au.com.dius.pact.core.matchers.MetadataMismatch;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What pact-jvm found to differ, one line each. */
final class FailureText {
    private FailureText() {}

    static String of(VerificationResult.Failed failed) {
        Set<String> lines = new LinkedHashSet<>();
        for (Map.Entry<String, List<VerificationFailureType>> part :
                failed.getFailures().entrySet()) {
            for (VerificationFailureType failure : part.getValue()) {
                lines.add(line(failure));
            }
        }
        if (lines.isEmpty()) {
            lines.add(failed.getDescription());
        }
        return String.join("\n", lines);
    }

    private static String line(VerificationFailureType failure) {
        return failure instanceof VerificationFailureType.MismatchFailure mismatched
                        && mismatched.getMismatch() instanceof MetadataMismatch metadata
                ? "metadata " + metadata.getKey() + ": " + metadata.getMismatch()
                : failure.description();
    }
}
