package dev.sluice.maven;

import dev.sluice.compat.finding.Severity;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** The parameter {@code failOn}: the least severity that fails the build. */
final class FailOn {
    private FailOn() {}

    /**
     * The severity that a word names; none for {@code never}.
     *
     * @param property the property that sets the parameter, for messages
     */
    static Optional<Severity> severity(String word, String property) throws MojoExecutionException {
        return switch (word) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warn" -> Optional.of(Severity.WARNING);
            case "info" -> Optional.of(Severity.INFO);
            case "never" -> Optional.empty();
            default ->
                throw new MojoExecutionException(
                        "failOn is error, warn, info or never, not \"" + word + "\" (-D" + property + ")");
        };
    }
}
