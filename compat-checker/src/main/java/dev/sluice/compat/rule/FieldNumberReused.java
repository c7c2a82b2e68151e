package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A field's number is not given to another field, be it of the same type. A field counts as another one where the old
 * name has another number now, or where the names have no word in common; else it was renamed.
 */
final class FieldNumberReused extends FieldRule {
    private static final int NAME = 1;

    FieldNumberReused() {
        super(
                "FIELD_NO_REUSE_NUMBER",
                "A field's number is not given to another field, be it of the same type.",
                "old readers take the new field's values for the old one's",
                "Reserve the number and give the new field another one.",
                Category.STRICT);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (old.name().equals(now.name()) || old.isExtension() || !isAnother(old, now)) {
            return;
        }
        findings.add(
                this,
                Anchor.partOf(now, NAME),
                old,
                FieldWords.subject(old),
                old.name() + " -> " + now.name(),
                "number " + old.number() + " of " + now.containingMessage().name() + " was \"" + old.name()
                        + "\" and is \"" + now.name() + "\" now");
    }

    private static boolean isAnother(Field old, Field now) {
        MessageType message = now.containingMessage();
        if (message.field(old.name()).isPresent()) {
            return true;
        }
        Set<String> words = words(old.name());
        words.retainAll(words(now.name()));
        return words.isEmpty();
    }

    private static Set<String> words(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return new HashSet<>(Arrays.asList(spaced.split("_")));
    }
}
