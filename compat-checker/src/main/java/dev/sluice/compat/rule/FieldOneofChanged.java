package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Oneof;
import java.util.Optional;

/** Fields stay in their oneof, or outside of any. */
final class FieldOneofChanged extends FieldRule {
    FieldOneofChanged() {
        super(
                "FIELD_SAME_ONEOF",
                "Fields stay in their oneof, or outside of any.",
                "a writer may now set or clear it together with others, and readers lose values",
                "Add a new field instead.",
                Category.ofBuf());
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (old.oneof().isEmpty() && now.oneof().isEmpty()) {
            return;
        }
        String before = oneof(old);
        String after = oneof(now);
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " moved from " + words(before) + " to " + words(after));
        }
    }

    /** The name of the oneof, or the empty string. */
    private static String oneof(Field field) {
        Optional<Oneof> oneof = field.realOneof();
        return oneof.isEmpty() ? "" : oneof.get().name();
    }

    private static String words(String oneof) {
        return oneof.isEmpty() ? "outside of any oneof" : "oneof \"" + oneof + "\"";
    }
}
