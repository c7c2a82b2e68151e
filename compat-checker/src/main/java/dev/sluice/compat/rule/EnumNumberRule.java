package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.List;

/** Sees the values of an enum that have one number, aliases together, where their names are not all the same. There are none in the new enum where the number was deleted. */
public abstract non-sealed class EnumNumberRule extends Rule {
    EnumNumberRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(List<EnumValue> olds, List<EnumValue> news, EnumType now, Findings findings);
}
