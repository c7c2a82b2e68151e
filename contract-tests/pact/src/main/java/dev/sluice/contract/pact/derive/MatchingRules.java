package dev.sluice.contract.pact.derive;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.Constraints;
import dev.sluice.contract.pact.schema.MessageSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Derives the matching rules for an example from the schema of its message. */
public final class MatchingRules {
    private final Set<String> exact;
    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();

    private MatchingRules(Set<String> exact) {
        this.exact = exact;
    }

    /**
     * The rules by Pact path, such as {@code $.capacity.level}.
     *
     * @param example the proto3 JSON of a message
     * @param exact the fields whose values are to be equal to the example's: schema names joined by dots, {@code
     *     capacity.level}; a repeated field counts as a whole
     */
    public static Map<String, List<Rule>> of(MessageSchema message, Json.Obj example, Set<String> exact) {
        MatchingRules derived = new MatchingRules(exact);
        derived.message(message.descriptor(), example, PactPath.ROOT, "");
        return derived.rules;
    }

    private void message(Descriptor message, Json.Obj example, PactPath at, String names) {
        example.members().forEach((name, value) -> {
            FieldDescriptor field = MessageSchema.field(message, name)
                    .orElseThrow(() ->
                            new IllegalArgumentException(message.getFullName() + " has no field \"" + name + "\""));
            String path = names.isEmpty() ? field.getName() : names + "." + field.getName();
            field(field, value, at.member(name), path);
        });
    }

    private void field(FieldDescriptor field, Json value, PactPath at, String names) {
        Constraints constraints = Constraints.of(field);
        if (exact.contains(names)) {
            add(at, List.of(Rule.EQUALITY));
        } else if (field.isMapField() && value instanceof Json.Obj entries) {
            map(field, entries, constraints, at, names);
        } else if (field.isRepeated() && value instanceof Json.Arr elements) {
            add(at, List.of(size(constraints)));
            for (Json element : elements.values().stream().limit(1).toList()) {
                value(field, element, constraints.ofItems(), at.elements(), names);
            }
        } else {
            value(field, value, constraints, at, names);
        }
    }

    private static Rule size(Constraints constraints) {
        return Rule.elements(
                constraints
                        .rule("min_items")
                        .map(count -> ((Number) count).longValue())
                        .orElse(0L),
                constraints
                        .rule("max_items")
                        .map(count -> ((Number) count).longValue())
                        .orElse(Long.MAX_VALUE));
    }

    private void map(FieldDescriptor field, Json.Obj entries, Constraints constraints, PactPath at, String names) {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        List<Rule> rules = new ArrayList<>(List.of(Rule.VALUES));
        if (!entries.members().isEmpty()) {
            String example = entries.members().keySet().iterator().next();
            keys(key, constraints.ofKeys()).forEach(regex -> rules.add(Rule.eachKey(regex, example)));
        }
        add(at, rules);
        entries.members().values().stream()
                .limit(1)
                .forEach(element -> value(value, element, constraints.ofValues(), at.anyMember(), names));
    }

    /** The expressions that a key, always a string in JSON, matches. */
    private static List<String> keys(FieldDescriptor key, Constraints constraints) {
        return switch (key.getJavaType()) {
            case STRING -> TextRules.expressions(constraints);
            case BOOLEAN -> List.of("^(?:true|false)$");
            default -> List.of(NumberRules.text(key.getType(), constraints));
        };
    }

    private void value(FieldDescriptor field, Json value, Constraints constraints, PactPath at, String names) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            Descriptor message = field.getMessageType();
            if (WellKnownType.isOne(message)) {
                add(at, WellKnownType.rules(message, value));
            } else if (value instanceof Json.Obj object) {
                if (object.members().isEmpty()) {
                    add(at, List.of(Rule.TYPE));
                }
                message(message, object, at, names);
            }
            return;
        }
        add(
                at,
                switch (field.getJavaType()) {
                    case STRING -> TextRules.of(constraints);
                    case BYTE_STRING -> TextRules.ofBytes(constraints);
                    case ENUM -> ofEnum(field, constraints);
                    case BOOLEAN ->
                        constraints.rule("const").isPresent() ? List.of(Rule.EQUALITY) : List.of(Rule.BOOLEAN);
                    // Not numbers in JSON, where a double has no number: "NaN", "Infinity".
                    case DOUBLE, FLOAT ->
                        value instanceof Json.Str
                                ? List.of(Rule.EQUALITY)
                                : NumberRules.of(field.getType(), constraints);
                    case INT, LONG -> NumberRules.of(field.getType(), constraints);
                    case MESSAGE -> List.of();
                });
    }

    private static List<Rule> ofEnum(FieldDescriptor field, Constraints constraints) {
        if (constraints.rule("const").isPresent()) {
            return List.of(Rule.EQUALITY);
        }
        List<?> among = constraints.rules("in");
        List<?> excluded = constraints.rules("not_in");
        List<String> names = field.getEnumType().getValues().stream()
                .filter(value -> among.isEmpty() || among.contains(value.getNumber()))
                .filter(value -> !excluded.contains(value.getNumber()))
                .map(EnumValueDescriptor::getName)
                .toList();
        return List.of(Rule.regex("^(?:" + String.join("|", names) + ")$"));
    }

    private void add(PactPath at, List<Rule> found) {
        rules.put(at.text(), found);
    }
}
