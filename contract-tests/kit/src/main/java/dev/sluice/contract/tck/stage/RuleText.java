package dev.sluice.contract.tck.stage;

import java.util.Locale;

/**
 * A rule in words.
 *
 * @param id its number in {@code PROTOCOL.md}, such as {@code 1.1}; never reused
 * @param type what its failure means
 * @param name its subject in camel case, for test names
 * @param statement what a provider must do
 * @param correct what a correct provider would have shown, for the report of a failure
 */
public record RuleText(String id, RuleType type, String name, String statement, String correct) {
    public RuleText {
        if (!id.matches("[0-9]+\\.[0-9]+") || !name.matches("[a-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("bad rule: " + id + " " + name);
        }
    }

    /** The name of a test of the rule: {@code required_1_1_boundedAdmission}. */
    public String testName() {
        return type.name().toLowerCase(Locale.ROOT) + "_" + id.replace('.', '_') + "_" + name;
    }
}
