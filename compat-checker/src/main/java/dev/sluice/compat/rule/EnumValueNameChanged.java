package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Enum values keep their names. */
final class EnumValueNameChanged extends Rule {
    private static final int NUMBER = 2;

    EnumValueNameChanged() {
        super(
                "ENUM_VALUE_SAME_NAME",
                "Enum values keep their names.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.CSR);
    }

    @Override
    public void enumType(EnumType old, EnumType now, Findings findings) {
        for (EnumValue value : old.values()) {
            if (old.value(value.number()).orElseThrow() == value) {
                compare(value, old, now, findings);
            }
        }
    }

    private void compare(EnumValue first, EnumType old, EnumType now, Findings findings) {
        List<String> before = names(old, first.number());
        List<String> after = names(now, first.number());
        if (after.isEmpty() || after.containsAll(before)) {
            return;
        }
        String from = String.join(", ", before);
        String to = String.join(", ", after);
        for (EnumValue value : now.values()) {
            if (value.number() == first.number()) {
                findings.add(
                        this,
                        Anchor.partOf(value, NUMBER),
                        first,
                        old.fullName() + "/" + first.number(),
                        from + " -> " + to,
                        "value " + first.number() + " of enum " + old.name() + " was renamed from " + from + " to " + to
                                + "; JSON readers refuse the other name, and source code that uses it does not compile. Keep"
                                + " the old name, if only as an alias.");
            }
        }
    }

    private static List<String> names(EnumType type, int number) {
        List<String> names = new ArrayList<>(1);
        for (EnumValue value : type.values()) {
            if (value.number() == number) {
                names.add(value.name());
            }
        }
        Collections.sort(names);
        return names;
    }
}
