package dev.sluice.compat.rule;

import dev.sluice.compat.constraint.ConstraintComparison;
import dev.sluice.compat.constraint.Tightening;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.value.MessageValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The constraints that protovalidate checks refuse no more values than before (buf/validate/validate.proto). */
final class ConstraintTightened extends ElementRule {
    private static final int RULES = 1159;

    private final boolean certain;

    private ConstraintTightened(String id, String purpose, String harm, String advice, boolean certain) {
        super(id, purpose, harm, advice, Category.STRICT);
        this.certain = certain;
    }

    static ConstraintTightened proven() {
        return new ConstraintTightened(
                "CONSTRAINT_NO_TIGHTEN",
                "The constraints of buf.validate refuse no values that they let pass before.",
                "writers that do not know the constraint send values that new readers refuse",
                "Loosen only, or constrain a new field.",
                true);
    }

    static ConstraintTightened unproven() {
        return new ConstraintTightened(
                "CONSTRAINT_SAME_EXPRESSION",
                "The constraints of buf.validate that cannot be compared do not change: patterns, CEL expressions.",
                "it cannot be proven that every value from an old writer still passes",
                "Keep the expression, or waive the finding once the values that are in use were tried.",
                false);
    }

    @Override
    public void check(Element old, Element now, Findings findings) {
        if (old instanceof MessageType before && now instanceof MessageType after) {
            requiredFields(before, after, findings);
        }
        if (now.options().encoded().length == 0
                || Arrays.equals(old.options().encoded(), now.options().encoded())) {
            return;
        }
        for (Tightening tightening : compare(old, now)) {
            report(tightening, now, old, findings);
        }
    }

    /** A field that old writers do not know and new readers require. */
    private void requiredFields(MessageType old, MessageType now, Findings findings) {
        for (Field field : now.fields()) {
            if (field.options().encoded().length > 0
                    && old.field(field.number()).isEmpty()) {
                Optional<MessageValue> rules = rules(field, "buf.validate.field");
                if (rules.flatMap(of -> of.bool("required")).orElse(false)) {
                    report(new Tightening(true, List.of(25), "is new and required"), field, field, findings);
                }
            }
        }
    }

    private static List<Tightening> compare(Element old, Element now) {
        if (now instanceof Field) {
            return ConstraintComparison.ofFields(rules(old, "buf.validate.field"), rules(now, "buf.validate.field"));
        }
        if (now instanceof MessageType) {
            return ConstraintComparison.ofMessages(
                    rules(old, "buf.validate.message"), rules(now, "buf.validate.message"));
        }
        if (now instanceof Oneof) {
            return ConstraintComparison.ofOneofs(rules(old, "buf.validate.oneof"), rules(now, "buf.validate.oneof"));
        }
        return List.of();
    }

    private static Optional<MessageValue> rules(Element element, String option) {
        return MessageValue.ofOptions(element, element.file().set()).flatMap(options -> options.message(option));
    }

    private void report(Tightening tightening, Element now, Element old, Findings findings) {
        if (tightening.certain() == certain) {
            findings.add(
                    this,
                    Anchor.optionOf(now, tightening.pathAfter(RULES)).or(now),
                    old,
                    old.fullName(),
                    tightening.what(),
                    ElementWords.describe(now) + ": " + tightening.what());
        }
    }
}
