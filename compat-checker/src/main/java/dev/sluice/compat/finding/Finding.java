package dev.sluice.compat.finding;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One breaking change.
 *
 * @param rule the id of the rule that found it
 * @param path the new file it shows in, or null where that file is gone
 * @param oldPath the old file it was in
 * @param message what changed, from what to what; who it breaks; what to do instead
 * @param fingerprint sixteen hexadecimal digits over rule, old path and values, but not over the message's text: the
 *     same change has the same fingerprint whatever the wording
 */
public record Finding(
        String rule,
        Severity severity,
        @Nullable String path,
        String oldPath,
        Position position,
        String message,
        String fingerprint) {

    /** By file, position, rule and message; findings without a file first. */
    public static final Comparator<Finding> ORDER = Comparator.<Finding, String>comparing(
                    finding -> finding.path == null ? "" : finding.path)
            .thenComparingInt(finding -> finding.position.startLine())
            .thenComparingInt(finding -> finding.position.startColumn())
            .thenComparing(Finding::rule)
            .thenComparingInt(finding -> finding.position.endLine())
            .thenComparingInt(finding -> finding.position.endColumn())
            .thenComparing(Finding::message);

    /** The new file it shows in, if that is still there. */
    public Optional<String> newPath() {
        return Optional.ofNullable(path);
    }
}
