package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.List;

/** The first of several names of an enum's number, which JSON is written with, stays the first. */
final class EnumJsonNameChanged extends EnumNumberRule {
    EnumJsonNameChanged() {
        super(
                "ENUM_VALUE_SAME_JSON_NAME",
                "The first of several names of an enum's number stays the first: JSON is written with it.",
                "old JSON readers refuse the name that new writers write",
                "List the alias after the old name.",
                Category.STRICT);
    }

    @Override
    public void check(List<EnumValue> olds, List<EnumValue> news, EnumType now, Findings findings) {
        if (news.isEmpty()) {
            return;
        }
        EnumValue before = olds.get(0);
        EnumValue after = news.get(0);
        boolean kept = news.stream().anyMatch(value -> value.name().equals(before.name()));
        if (kept && !before.name().equals(after.name())) {
            findings.add(
                    this,
                    Anchor.of(after),
                    before,
                    before.type().fullName() + "/" + before.number(),
                    before.name() + " -> " + after.name(),
                    "value " + before.number() + " of enum " + now.name() + " is written in JSON as \"" + after.name()
                            + "\" rather than \"" + before.name() + "\"");
        }
    }
}
