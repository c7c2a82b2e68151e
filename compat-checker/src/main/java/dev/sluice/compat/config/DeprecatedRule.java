package dev.sluice.compat.config;

import java.util.List;
import java.util.Optional;

/** Ids that Buf 1.75.0 takes for rules that it has replaced or given up. */
enum DeprecatedRule {
    FIELD_SAME_CTYPE("FIELD_SAME_CPP_STRING_TYPE"),
    FIELD_SAME_LABEL(
            "FIELD_SAME_CARDINALITY", "FIELD_WIRE_COMPATIBLE_CARDINALITY", "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY"),
    FILE_SAME_JAVA_STRING_CHECK_UTF8("FIELD_SAME_JAVA_UTF8_VALIDATION"),
    FILE_SAME_PHP_GENERIC_SERVICES,
    /** Finds nothing in Buf either, which refuses every schema that has a message set. */
    MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT,
    /** A lint rule that finds nothing in Buf either: its compiler takes weak imports for plain ones. */
    IMPORT_NO_WEAK;

    private final List<String> replacements;

    DeprecatedRule(String... replacements) {
        this.replacements = List.of(replacements);
    }

    /** Whether it is a rule about how schemas are written. */
    boolean isLint() {
        return this == IMPORT_NO_WEAK;
    }

    /** The rules that now do its work; none where nothing does. */
    List<String> replacements() {
        return replacements;
    }

    static Optional<DeprecatedRule> of(String id) {
        for (DeprecatedRule rule : values()) {
            if (rule.name().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** What to tell someone who uses it. */
    String advice() {
        if (replacements.isEmpty()) {
            return name() + " is deprecated and finds nothing; remove it";
        }
        return name() + " is deprecated; it stands for " + String.join(", ", replacements);
    }
}
