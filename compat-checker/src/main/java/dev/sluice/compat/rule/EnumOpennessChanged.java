package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.FeatureField;

/** Enums stay open or closed. */
final class EnumOpennessChanged extends EnumRule {
    private static final int ENUM_TYPE = 2;

    EnumOpennessChanged() {
        super(
                "ENUM_SAME_TYPE",
                "Enums stay open or closed.",
                "readers treat numbers they do not know in another way, and source code that switches over it may not"
                        + " compile",
                "Keep it as it was.",
                Category.FILE,
                Category.PACKAGE);
    }

    @Override
    public void check(EnumType old, EnumType now, Findings findings) {
        if (old.isClosed() != now.isClosed()) {
            String before = old.isClosed() ? "closed" : "open";
            String after = now.isClosed() ? "closed" : "open";
            findings.add(
                    this,
                    Anchor.optionOf(now, FeatureField.ENUM, ENUM_TYPE).or(now),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    "enum " + now.name() + " changed from " + before + " to " + after);
        }
    }
}
