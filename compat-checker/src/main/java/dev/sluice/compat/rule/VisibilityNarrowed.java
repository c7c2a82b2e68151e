package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.Visibility;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.NamedType;

/** Messages and enums that other files may use stay so (edition 2024). */
final class VisibilityNarrowed extends ElementRule {
    VisibilityNarrowed() {
        super(
                "TYPE_NO_LOCAL",
                "Messages and enums that other files may use are not made local.",
                "other files that use the type do not compile",
                "Keep it exported.",
                Category.STRICT);
    }

    @Override
    public void check(Element old, Element now, Findings findings) {
        if (old instanceof NamedType before
                && now instanceof NamedType after
                && isExported(before)
                && after.visibility() == Visibility.LOCAL) {
            findings.add(
                    this, Anchor.of(after), old, old.fullName(), "local", ElementWords.describe(now) + " became local");
        }
    }

    /** What is unmarked is exported where it is at the top of its file, unless a feature says otherwise. */
    private static boolean isExported(NamedType type) {
        return type.visibility() == Visibility.EXPORT
                || type.visibility() == Visibility.UNSET && type.parent().isEmpty();
    }
}
