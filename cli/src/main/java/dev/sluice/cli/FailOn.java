package dev.sluice.cli;

import dev.sluice.compat.finding.Severity;
import java.util.List;
import java.util.Optional;

/** The option {@code --fail-on}. */
final class FailOn {
    private static final List<String> WORDS = List.of("error", "warn", "info", "never");

    private FailOn() {}

    /** The least severity that fails a check; empty for none. */
    static Optional<Severity> of(String command, Arguments arguments) throws CommandFailure {
        String word = arguments.value("--fail-on").orElse("error");
        return switch (word) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warn" -> Optional.of(Severity.WARNING);
            case "info" -> Optional.of(Severity.INFO);
            case "never" -> Optional.empty();
            default ->
                throw CommandFailure.usage(
                        command,
                        "--fail-on is error, warn, info or never, not \"" + word + "\"" + Nearest.hint(word, WORDS));
        };
    }
}
