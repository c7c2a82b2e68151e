package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Enum values keep their names; they may get more of them. */
final class EnumValueNameChanged extends EnumNumberRule {
    private static final int NUMBER = 2;

    EnumValueNameChanged() {
        super(
                "ENUM_VALUE_SAME_NAME",
                "Enum values keep their names.",
                "JSON readers refuse the other name, and source code that uses it does not compile",
                "Keep the old name, if only as an alias.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.CSR);
    }

    @Override
    public void check(List<EnumValue> olds, List<EnumValue> news, EnumType now, Findings findings) {
        List<String> before = names(olds);
        List<String> after = names(news);
        if (news.isEmpty() || after.containsAll(before)) {
            return;
        }
        EnumValue old = olds.get(0);
        String from = String.join(", ", before);
        String to = String.join(", ", after);
        for (EnumValue value : news) {
            findings.add(
                    this,
                    Anchor.partOf(value, NUMBER),
                    old,
                    old.type().fullName() + "/" + old.number(),
                    from + " -> " + to,
                    "value " + old.number() + " of enum " + now.name() + " was renamed from " + from + " to " + to);
        }
    }

    private static List<String> names(List<EnumValue> values) {
        List<String> names = new ArrayList<>(values.size());
        for (EnumValue value : values) {
            names.add(value.name());
        }
        Collections.sort(names);
        return names;
    }
}
