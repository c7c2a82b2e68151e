package dev.sluice.lint.constraint;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.util.Optional;

/** Whether a field must be set, and when its other constraints are not looked at. */
final class PresenceFlaws {
    private static final String REQUIRED = "required";
    private static final String IGNORE = "ignore";
    private static final int IF_ZERO_VALUE = 1;
    private static final int ALWAYS = 3;

    private PresenceFlaws() {}

    static void add(Field field, MessageValue rules, Flaws flaws) {
        boolean required = rules.bool(REQUIRED).orElse(false);
        int ignore = rules.enumNumber(IGNORE).map(Value.EnumNumber::number).orElse(0);
        Optional<Oneof> oneof = field.realOneof();
        if (required && field.isExtension()) {
            flaws.add(REQUIRED, flaws.name(REQUIRED) + " is not checked for an extension");
        }
        if (required && oneof.isPresent()) {
            flaws.add(
                    REQUIRED,
                    flaws.name(REQUIRED) + " leaves the oneof \"" + oneof.get().name() + "\" no other field");
        }
        if (ignore == ALWAYS && Counts.known(rules) > 1) {
            flaws.add(IGNORE, flaws.name(IGNORE) + " switches off all other constraints");
        }
        if (ignore != IF_ZERO_VALUE) {
            return;
        }
        if (required) {
            String what = flaws.name(REQUIRED) + " refuses the zero value, of which " + flaws.name(IGNORE)
                    + " says that it is not checked";
            flaws.add(REQUIRED, what);
            flaws.add(IGNORE, what);
        }
        if (field.isExtension()) {
            flaws.add(IGNORE, flaws.name(IGNORE) + " is not for extensions");
        } else if (field.hasPresence()) {
            flaws.add(IGNORE, flaws.name(IGNORE) + " does nothing: \"" + field.name() + "\" tells absent from zero");
        }
    }
}
