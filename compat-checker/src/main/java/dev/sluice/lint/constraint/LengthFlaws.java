package dev.sluice.lint.constraint;

import dev.sluice.schema.value.MessageValue;
import java.util.OptionalLong;

/** Lengths and sizes: unsigned numbers of 64 bits. */
final class LengthFlaws {
    private LengthFlaws() {}

    /** A length, and the least and greatest there may be. */
    static void add(MessageValue rules, String exact, String least, String greatest, Flaws flaws) {
        if (rules.has(exact)) {
            addRedundant(rules, exact, least, flaws);
            addRedundant(rules, exact, greatest, flaws);
        }
        OptionalLong min = rules.integer(least);
        OptionalLong max = rules.integer(greatest);
        if (min.isPresent() && max.isPresent() && min.getAsLong() == max.getAsLong()) {
            String what =
                    flaws.name(least) + " and " + flaws.name(greatest) + " are equal: " + exact + " says the same";
            flaws.add(least, what);
            flaws.add(greatest, what);
        }
        addOrder(rules, least, greatest, flaws);
    }

    private static void addRedundant(MessageValue rules, String exact, String bound, Flaws flaws) {
        if (rules.has(bound)) {
            flaws.add(bound, flaws.name(bound) + " does nothing beside " + flaws.name(exact));
        }
    }

    /** The least is not more than the greatest. */
    static void addOrder(MessageValue rules, String least, String greatest, Flaws flaws) {
        OptionalLong min = rules.integer(least);
        OptionalLong max = rules.integer(greatest);
        if (min.isPresent() && max.isPresent() && Long.compareUnsigned(min.getAsLong(), max.getAsLong()) > 0) {
            String what = flaws.name(least) + " is " + Long.toUnsignedString(min.getAsLong()) + ", more than "
                    + flaws.name(greatest) + ", " + Long.toUnsignedString(max.getAsLong()) + ": no value passes";
            flaws.add(least, what);
            flaws.add(greatest, what);
        }
    }
}
