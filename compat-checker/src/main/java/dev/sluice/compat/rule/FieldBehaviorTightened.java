package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Fields get no behavior that demands more of clients (google/api/field_behavior.proto; AIP-203). */
final class FieldBehaviorTightened extends ElementRule {
    private static final int FIELD_BEHAVIOR = 1052;
    private static final Set<String> DEMANDING = Set.of("REQUIRED", "OUTPUT_ONLY", "INPUT_ONLY", "IMMUTABLE");

    FieldBehaviorTightened() {
        super(
                "FIELD_BEHAVIOR_NO_TIGHTEN",
                "Fields do not become REQUIRED, OUTPUT_ONLY, INPUT_ONLY or IMMUTABLE by google.api.field_behavior.",
                "requests of old clients are refused, or what they set or expect to read is dropped",
                "Add a new field that has the behavior from the start.",
                Category.STRICT);
    }

    @Override
    public void check(Element old, Element now, Findings findings) {
        if (old instanceof MessageType before && now instanceof MessageType after) {
            for (Field field : after.fields()) {
                if (field.options().encoded().length > 0
                        && before.field(field.number()).isEmpty()
                        && behaviors(field).contains("REQUIRED")) {
                    report(field, field, "is new and REQUIRED", findings);
                }
            }
        }
        if (old instanceof Field before
                && now instanceof Field after
                && after.options().encoded().length > 0
                && !Arrays.equals(before.options().encoded(), after.options().encoded())) {
            List<String> added = behaviors(after);
            added.removeAll(behaviors(before));
            added.retainAll(DEMANDING);
            for (String behavior : added) {
                report(before, after, "became " + behavior, findings);
            }
        }
    }

    private void report(Field old, Field now, String change, Findings findings) {
        findings.add(
                this,
                Anchor.optionOf(now, FIELD_BEHAVIOR).or(now),
                old,
                FieldWords.subject(old),
                change,
                FieldWords.describe(now) + " " + change);
    }

    private static List<String> behaviors(Field field) {
        List<String> behaviors = new ArrayList<>();
        MessageValue.ofOptions(field, field.file().set())
                .ifPresent(options -> options.values("google.api.field_behavior")
                        .forEach(value -> {
                            if (value instanceof Value.EnumNumber number) {
                                number.declared().ifPresent(declared -> behaviors.add(declared.name()));
                            }
                        }));
        return behaviors;
    }
}
