package dev.sluice.compat.diff;

import dev.sluice.compat.rule.EnumNumberRule;
import dev.sluice.compat.rule.Findings;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs the values of two enums by number, aliases together. Enums whose values are the same are passed over. */
final class EnumPairing {
    private final List<EnumNumberRule> rules;
    private final Findings findings;

    EnumPairing(List<EnumNumberRule> rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    void pair(EnumType old, EnumType now) {
        if (rules.isEmpty() || sameNames(old.values(), now.values())) {
            return;
        }
        Map<Integer, List<EnumValue>> news = byNumber(now);
        for (Map.Entry<Integer, List<EnumValue>> entry : byNumber(old).entrySet()) {
            List<EnumValue> values = news.getOrDefault(entry.getKey(), List.of());
            if (!sameNames(entry.getValue(), values)) {
                for (EnumNumberRule rule : rules) {
                    rule.check(entry.getValue(), values, now, findings);
                }
            }
        }
    }

    private static boolean sameNames(List<EnumValue> olds, List<EnumValue> news) {
        if (olds.size() != news.size()) {
            return false;
        }
        for (int i = 0; i < olds.size(); i++) {
            EnumValue old = olds.get(i);
            EnumValue now = news.get(i);
            if (old.number() != now.number() || !old.name().equals(now.name())) {
                return false;
            }
        }
        return true;
    }

    private static Map<Integer, List<EnumValue>> byNumber(EnumType type) {
        Map<Integer, List<EnumValue>> byNumber = new LinkedHashMap<>();
        for (EnumValue value : type.values()) {
            List<EnumValue> values = byNumber.get(value.number());
            if (values == null) {
                values = new ArrayList<>(1);
                byNumber.put(value.number(), values);
            }
            values.add(value);
        }
        return byNumber;
    }
}
