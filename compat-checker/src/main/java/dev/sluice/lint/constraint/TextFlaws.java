package dev.sluice.lint.constraint;

import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The constraints of strings and bytes. Patterns and well-known formats are not looked at. */
final class TextFlaws {
    private static final int LONGEST_CHARACTER = 4;
    private static final List<String> PARTS = List.of("prefix", "suffix", "contains");

    private TextFlaws() {}

    static void ofString(MessageValue rules, Flaws flaws) {
        Counts.addConst(rules, flaws);
        LengthFlaws.add(rules, "len", "min_len", "max_len", flaws);
        LengthFlaws.add(rules, "len_bytes", "min_bytes", "max_bytes", flaws);
        addBothUnits(rules, flaws);
        for (String part : PARTS) {
            Optional<String> value = rules.text(part);
            if (value.isPresent()) {
                addPart(part, value.get(), rules, flaws);
            }
        }
        boolean formatted = rules.enumNumber("well_known_regex")
                .map(format -> format.number() != 0)
                .orElse(false);
        if (!formatted && !rules.bool("strict").orElse(true)) {
            flaws.add("strict", flaws.name("strict") + " does nothing without " + flaws.name("well_known_regex"));
        }
    }

    /** A character has one to four bytes. */
    private static void addBothUnits(MessageValue rules, Flaws flaws) {
        OptionalLong minLen = rules.integer("min_len");
        OptionalLong maxBytes = rules.integer("max_bytes");
        if (minLen.isPresent() && exceeds(minLen.getAsLong(), maxBytes)) {
            String what = flaws.name("min_len") + " asks for more characters than " + flaws.name("max_bytes")
                    + " leaves bytes: no value passes";
            flaws.add("min_len", what);
            flaws.add("max_bytes", what);
        }
        OptionalLong maxLen = rules.integer("max_len");
        OptionalLong minBytes = rules.integer("min_bytes");
        if (maxLen.isPresent()
                && minBytes.isPresent()
                && Long.compareUnsigned(maxLen.getAsLong() * LONGEST_CHARACTER, minBytes.getAsLong()) < 0) {
            String what = flaws.name("min_bytes") + " asks for more bytes than the characters have that "
                    + flaws.name("max_len") + " leaves: no value passes";
            flaws.add("min_bytes", what);
            flaws.add("max_len", what);
        }
    }

    private static void addPart(String part, String value, MessageValue rules, Flaws flaws) {
        if (exceeds(value.codePointCount(0, value.length()), rules.integer("max_len"))) {
            flaws.add(part, flaws.name(part) + " is longer than " + flaws.name("max_len") + ": no value passes");
        }
        if (exceeds(value.getBytes(StandardCharsets.UTF_8).length, rules.integer("max_bytes"))) {
            flaws.add(part, flaws.name(part) + " is longer than " + flaws.name("max_bytes") + ": no value passes");
        }
        if (rules.text("not_contains").filter(value::contains).isPresent()) {
            flaws.add(part, flaws.name(part) + " has in it what " + flaws.name("not_contains") + " refuses");
        }
    }

    static void ofBytes(MessageValue rules, Flaws flaws) {
        Counts.addConst(rules, flaws);
        LengthFlaws.add(rules, "len", "min_len", "max_len", flaws);
        for (String part : PARTS) {
            if (rules.value(part).orElse(null) instanceof Value.Bytes bytes
                    && exceeds(bytes.value().length, rules.integer("max_len"))) {
                flaws.add(part, flaws.name(part) + " is longer than " + flaws.name("max_len") + ": no value passes");
            }
        }
    }

    private static boolean exceeds(long length, OptionalLong max) {
        return max.isPresent() && Long.compareUnsigned(length, max.getAsLong()) > 0;
    }
}
