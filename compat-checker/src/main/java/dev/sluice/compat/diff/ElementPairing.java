package dev.sluice.compat.diff;

import dev.sluice.compat.rule.ElementRule;
import dev.sluice.compat.rule.Findings;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import java.util.List;
import java.util.Optional;

/** Shows pairs of elements to the rules about elements of any kind: oneofs by name, enum values by number. */
final class ElementPairing {
    private final List<ElementRule> rules;
    private final Findings findings;

    ElementPairing(List<ElementRule> rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    void pair(Element old, Element now) {
        for (ElementRule rule : rules) {
            rule.check(old, now, findings);
        }
    }

    void oneofs(MessageType old, MessageType now) {
        if (rules.isEmpty()) {
            return;
        }
        for (Oneof oneof : old.oneofs()) {
            for (Oneof candidate : now.oneofs()) {
                if (candidate.name().equals(oneof.name())) {
                    pair(oneof, candidate);
                }
            }
        }
    }

    void values(EnumType old, EnumType now) {
        if (rules.isEmpty()) {
            return;
        }
        for (EnumValue value : old.values()) {
            Optional<EnumValue> paired = now.value(value.number());
            if (paired.isPresent()) {
                pair(value, paired.get());
            }
        }
    }
}
