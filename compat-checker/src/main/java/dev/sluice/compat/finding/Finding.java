package dev.sluice.compat.finding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One breaking change.
 *
 * @param rule the id of the rule that found it
 * @param path the new file it shows in, or null where that file is gone
 * @param oldPath the old file it was in
 * @param message what changed, from what to what; who it breaks; what to do instead
 * @param fingerprint sixteen hexadecimal digits over rule, the name imports call the old file by, subject and values, but
 *     not over the message's text or positions: the same change has the same fingerprint whatever the wording
 * @param oldElement the old element in its file, as a path of descriptor.proto's SourceCodeInfo; empty for the file as a
 *     whole
 */
public record Finding(
        String rule,
        Severity severity,
        @Nullable String path,
        String oldPath,
        Position position,
        String message,
        String fingerprint,
        List<Integer> oldElement)
        implements Comparable<Finding> {

    public Finding {
        oldElement = List.copyOf(oldElement);
    }

    /** A finding about an old file as a whole. */
    public Finding(
            String rule,
            Severity severity,
            @Nullable String path,
            String oldPath,
            Position position,
            String message,
            String fingerprint) {
        this(rule, severity, path, oldPath, position, message, fingerprint, List.of());
    }

    /** By file, position, rule and message; findings without a file first. */
    @Override
    public int compareTo(Finding other) {
        int order = (path == null ? "" : path).compareTo(other.path == null ? "" : other.path);
        order = order != 0 ? order : position.compareStart(other.position);
        order = order != 0 ? order : rule.compareTo(other.rule);
        order = order != 0 ? order : position.compareEnd(other.position);
        return order != 0 ? order : message.compareTo(other.message);
    }

    /** The new file it shows in, if that is still there. */
    public Optional<String> newPath() {
        return Optional.ofNullable(path);
    }

    /** The same finding with another message. */
    public Finding withMessage(String text) {
        return new Finding(rule, severity, path, oldPath, position, text, fingerprint, oldElement);
    }
}
