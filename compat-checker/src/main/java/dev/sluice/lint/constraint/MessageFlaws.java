package dev.sluice.lint.constraint;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.value.MessageValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The constraints of a message as a whole (buf.validate.MessageRules). */
final class MessageFlaws {
    private static final String ONEOF = "oneof";
    private static final String FIELDS = "fields";

    private MessageFlaws() {}

    static void add(MessageType message, MessageValue rules, Flaws flaws) {
        CelFlaws.add(rules, flaws);
        Map<String, Set<Integer>> groups = new LinkedHashMap<>();
        List<MessageValue> oneofs = rules.messages(ONEOF);
        for (int i = 0; i < oneofs.size(); i++) {
            List<String> names = oneofs.get(i).texts(FIELDS);
            if (names.isEmpty()) {
                flaws.add(ONEOF, i, "oneof " + i + " names no field");
            }
            for (String name : addGroup(message, i, names, flaws)) {
                groups.computeIfAbsent(name, absent -> new TreeSet<>()).add(i);
            }
        }
        groups.forEach((name, indices) -> {
            if (indices.size() > 1) {
                indices.forEach(i -> flaws.add(ONEOF, i, "field \"" + name + "\" is in oneofs " + indices));
            }
        });
    }

    /** The fields of one group that the message has. */
    private static Set<String> addGroup(MessageType message, int group, List<String> names, Flaws flaws) {
        Set<String> known = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!seen.add(name)) {
                flaws.add(ONEOF, group, FIELDS, i, "oneof " + group + " names field \"" + name + "\" twice");
            } else if (message.field(name).isEmpty()) {
                flaws.add(
                        ONEOF,
                        group,
                        FIELDS,
                        i,
                        "oneof " + group + " names field \"" + name + "\", which " + message.name() + " does not have");
            } else {
                known.add(name);
            }
        }
        return known;
    }
}
