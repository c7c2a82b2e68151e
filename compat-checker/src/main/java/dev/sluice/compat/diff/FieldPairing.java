package dev.sluice.compat.diff;

import dev.sluice.compat.rule.DeletedFieldRule;
import dev.sluice.compat.rule.FieldRule;
import dev.sluice.compat.rule.Findings;
import dev.sluice.compat.rule.RuleSet;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs the fields of two messages by number. Fields that kept their order are paired without a look-up. */
final class FieldPairing {
    private final RuleSet rules;
    private final ElementPairing elements;
    private final Findings findings;

    FieldPairing(RuleSet rules, ElementPairing elements, Findings findings) {
        this.rules = rules;
        this.elements = elements;
        this.findings = findings;
    }

    void pair(MessageType old, MessageType now) {
        List<Field> news = now.fields();
        Map<Integer, Field> byNumber = null;
        int next = 0;
        for (Field field : old.fields()) {
            Field paired = next < news.size() ? news.get(next) : null;
            if (paired == null || paired.number() != field.number()) {
                byNumber = byNumber == null ? byNumber(news) : byNumber;
                paired = byNumber.get(field.number());
            }
            if (paired == null) {
                deleted(field, now);
            } else {
                changed(field, paired);
                next = paired.index() + 1;
            }
        }
    }

    private static Map<Integer, Field> byNumber(List<Field> fields) {
        Map<Integer, Field> byNumber = new HashMap<>(fields.size() * 2);
        for (Field field : fields) {
            byNumber.put(field.number(), field);
        }
        return byNumber;
    }

    private void changed(Field old, Field now) {
        for (FieldRule rule : rules.fields()) {
            rule.check(old, now, findings);
        }
        elements.pair(old, now);
    }

    private void deleted(Field old, MessageType now) {
        for (DeletedFieldRule rule : rules.deletedFields()) {
            rule.check(old, now, findings);
        }
    }
}
