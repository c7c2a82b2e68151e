package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** Fields keep their JSON name. */
final class FieldJsonNameChanged extends Rule {
    private static final int JSON_NAME = 10;

    FieldJsonNameChanged() {
        super(
                "FIELD_SAME_JSON_NAME",
                "Fields keep their JSON name.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.CSR);
    }

    @Override
    public void field(Field old, Field now, Findings findings) {
        String before = old.jsonName();
        String after = now.jsonName();
        if (!old.isExtension() && !before.equals(after)) {
            findings.add(
                    this,
                    Anchor.partOf(now, JSON_NAME),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " changed its JSON name from \"" + before + "\" to \"" + after
                            + "\"; JSON readers look for the old one. Set json_name = \"" + before + "\".");
        }
    }
}
