package dev.sluice.compat.config;

import dev.sluice.compat.finding.Severity;
import java.util.List;
import java.util.Optional;

/** How much a rule's findings weigh, from least to most. */
public enum Level {
    /** The rule does not run. */
    OFF("off"),
    /** Its findings are information. */
    INFO("info"),
    /** Its findings are warnings. */
    WARN("warn"),
    /** Its findings fail the check. */
    ERROR("error");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The severity of the rule's findings, or empty where the rule does not run. */
    public Optional<Severity> severity() {
        return switch (this) {
            case OFF -> Optional.empty();
            case INFO -> Optional.of(Severity.INFO);
            case WARN -> Optional.of(Severity.WARNING);
            case ERROR -> Optional.of(Severity.ERROR);
        };
    }

    static Optional<Level> of(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    static List<String> words() {
        return List.of(ERROR.word, WARN.word, INFO.word, OFF.word);
    }
}
