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
        if (!before.equals(after) && !(findings.acceptsSameShape() && isAloneInNewOneof(old, now))) {
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " moved from " + words(before) + " to " + words(after));
        }
    }

    /** Of the fields that old peers know it is the only one in its oneof (protobuf.dev, Updating A Message Type). */
    private static boolean isAloneInNewOneof(Field old, Field now) {
        if (old.realOneof().isPresent() || now.realOneof().isEmpty() || old.isExtension()) {
            return false;
        }
        for (Field other : now.realOneof().get().fields()) {
            if (other != now && old.containingMessage().field(other.number()).isPresent()) {
                return false;
            }
        }
        return true;
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
