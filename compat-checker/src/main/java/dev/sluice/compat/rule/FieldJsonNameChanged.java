package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** Fields keep their JSON name. */
final class FieldJsonNameChanged extends FieldRule {
    private static final int JSON_NAME = 10;

    FieldJsonNameChanged() {
        super(
                "FIELD_SAME_JSON_NAME",
                "Fields keep their JSON name.",
                "JSON readers look for the old one",
                "Set json_name to the old one.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.CSR);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (old.isExtension() || isSurelySame(old, now)) {
            return;
        }
        String before = old.jsonName();
        String after = now.jsonName();
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.partOf(now, JSON_NAME),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " changed its JSON name from \"" + before + "\" to \"" + after + "\"");
        }
    }

    /** Spares deriving the JSON names of fields that have the same name and no other. */
    private static boolean isSurelySame(Field old, Field now) {
        return old.explicitJsonName().isEmpty()
                && now.explicitJsonName().isEmpty()
                && old.name().equals(now.name());
    }
}
