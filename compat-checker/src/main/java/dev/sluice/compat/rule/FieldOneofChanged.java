package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Oneof;
import java.util.Optional;

/** Fields stay inside or outside of their oneof. */
final class FieldOneofChanged extends Rule {
    FieldOneofChanged() {
        super(
                "FIELD_SAME_ONEOF",
                "Fields stay inside or outside of their oneof.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void field(Field old, Field now, Findings findings) {
        Optional<String> before = old.realOneof().map(Oneof::name);
        Optional<String> after = now.realOneof().map(Oneof::name);
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    FieldWords.subject(old),
                    before.orElse("") + " -> " + after.orElse(""),
                    FieldWords.describe(old) + " moved from " + words(before) + " to " + words(after)
                            + "; a writer may now set or clear it together with others, and readers lose values. Add a new"
                            + " field instead.");
        }
    }

    private static String words(Optional<String> oneof) {
        return oneof.isPresent() ? "oneof \"" + oneof.get() + "\"" : "outside of any oneof";
    }
}
