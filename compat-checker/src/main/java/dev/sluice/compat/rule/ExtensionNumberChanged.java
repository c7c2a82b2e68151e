package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;

/** Extensions keep their number and the message they extend. */
final class ExtensionNumberChanged extends OldFileRule {
    private static final int EXTENDEE = 2;
    private static final int NUMBER = 3;

    ExtensionNumberChanged() {
        super(
                "EXTENSION_SAME_NUMBER",
                "Extensions keep their number and the message they extend.",
                "readers find the old number among the unknown fields and lose the value",
                "Add an extension with the new number instead.",
                Category.STRICT);
    }

    @Override
    public void check(SchemaFile old, NewSchemas news, Findings findings) {
        check(old.extensions(), news, findings);
        checkNested(old.messages(), news, findings);
    }

    private void checkNested(List<MessageType> olds, NewSchemas news, Findings findings) {
        for (MessageType old : olds) {
            check(old.extensions(), news, findings);
            checkNested(old.messages(), news, findings);
        }
    }

    private void check(List<Field> olds, NewSchemas news, Findings findings) {
        for (Field old : olds) {
            Optional<Field> now = news.extension(old.fullName());
            if (now.isEmpty()) {
                continue;
            }
            String before = old.containingMessage().fullName();
            String after = now.get().containingMessage().fullName();
            if (!before.equals(after)) {
                report(old, now.get(), EXTENDEE, "the message it extends", before, after, findings);
            } else if (old.number() != now.get().number()) {
                String number = String.valueOf(now.get().number());
                report(old, now.get(), NUMBER, "its number", String.valueOf(old.number()), number, findings);
            }
        }
    }

    private void report(Field old, Field now, int part, String what, String before, String after, Findings findings) {
        findings.add(
                this,
                Anchor.partOf(now, part),
                old,
                old.fullName(),
                before + " -> " + after,
                "extension \"" + old.fullName() + "\" changed " + what + " from " + before + " to " + after);
    }
}
