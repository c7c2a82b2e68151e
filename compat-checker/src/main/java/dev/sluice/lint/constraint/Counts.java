package dev.sluice.lint.constraint;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.value.MessageValue;

/** How many constraints there are. */
final class Counts {
    private Counts() {}

    /** The constraints that come with protovalidate, without extensions. */
    static long known(MessageValue rules) {
        return rules.fields().stream().filter(field -> !field.isExtension()).count();
    }

    /** Adds what is wrong where a value must be this one and has further constraints. */
    static void addConst(MessageValue rules, Flaws flaws) {
        if (rules.fields().stream().anyMatch(Counts::isConst) && known(rules) > 1) {
            flaws.add("const", flaws.name("const") + " leaves the other constraints beside it nothing to do");
        }
    }

    private static boolean isConst(Field field) {
        return !field.isExtension() && field.name().equals("const");
    }
}
