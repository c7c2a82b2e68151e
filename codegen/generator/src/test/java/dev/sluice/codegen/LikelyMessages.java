package dev.sluice.codegen;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random messages whose values mostly satisfy their constraints, and else stand at the bounds. */
final class LikelyMessages {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "abc-1.X_9",
            "urn:sluice:problem:queue-full",
            "http://[::1]:80/a?b#c",
            "/v1/work/w-1",
            "a b",
            "\u00e9",
            "0123456789abcdef0123456789abcdef",
            "0123456789ABCDEF0123456789ABCDEF",
            "about:blank",
            "://",
            "%zz",
            "1:2",
            "x".repeat(128),
            "x".repeat(129),
            "\u00e9".repeat(2_048),
            "\u00e9".repeat(2_049),
            "y".repeat(4_097));

    private final SchemaSet set;
    private final Random random;
    private final int goodness;

    /**
     * Makes messages.
     *
     * @param goodness of how many values one is taken without regard to its constraints
     */
    LikelyMessages(SchemaSet set, long seed, int goodness) {
        this.set = set;
        this.random = new Random(seed);
        this.goodness = goodness;
    }

    DynamicMessage next(Descriptor descriptor) {
        MessageType type = set.message(descriptor.getFullName()).orElseThrow();
        DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptor);
        for (FieldDescriptor field : descriptor.getFields()) {
            FieldRules rules = FieldRules.of(type.field(field.getName()).orElseThrow(), set);
            if (field.isMapField()) {
                map(message, field, rules);
            } else if (field.isRepeated()) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    message.addRepeatedField(field, value(field, rules.within("items", set)));
                }
            } else if (!field.hasPresence() || (rules.required() ? !isBad() : random.nextBoolean())) {
                message.setField(field, value(field, rules));
            }
        }
        return message.build();
    }

    private boolean isBad() {
        return random.nextInt(goodness) == 0;
    }

    private void map(DynamicMessage.Builder message, FieldDescriptor field, FieldRules rules) {
        FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
        Set<Object> keys = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Object newKey = value(key, rules.within("keys", set));
            if (keys.add(newKey)) {
                message.addRepeatedField(
                        field,
                        DynamicMessage.newBuilder(field.getMessageType())
                                .setField(key, newKey)
                                .setField(value, value(value, rules.within("values", set)))
                                .build());
            }
        }
    }

    private Object value(FieldDescriptor field, FieldRules rules) {
        return switch (field.getJavaType()) {
            case INT -> (int) integer(rules);
            case LONG -> integer(rules);
            case FLOAT -> (float) decimal(rules);
            case DOUBLE -> decimal(rules);
            case BOOLEAN -> random.nextBoolean();
            case STRING -> text(rules);
            case BYTE_STRING -> ByteString.copyFromUtf8(TEXTS.get(random.nextInt(4)));
            case ENUM -> number(field);
            case MESSAGE -> next(field.getMessageType());
        };
    }

    private EnumValueDescriptor number(FieldDescriptor field) {
        List<EnumValueDescriptor> values = field.getEnumType().getValues();
        if (isBad()) {
            return random.nextBoolean()
                    ? values.get(0)
                    : field.getEnumType().findValueByNumberCreatingIfUnknown(values.size() + 7);
        }
        return values.get(random.nextInt(values.size() - 1) + 1);
    }

    private long bound(FieldRules rules, String rule, long absent) {
        Value value = rules.value(rule).orElse(null);
        if (value instanceof Value.Int number) {
            return number.value();
        }
        return value instanceof Value.Unsigned number ? number.bits() : absent;
    }

    /** An integer, no unsigned one beyond the signed range: the CEL runtime refuses those in dynamic messages. */
    private long integer(FieldRules rules) {
        long constant = bound(rules, "const", Long.MIN_VALUE);
        long least = bound(rules, "gte", 0);
        long greatest = bound(rules, "lte", Math.max(least, 5));
        if (isBad()) {
            long[] bad = {0, -1, least - 1, greatest + 1, constant + 1, 7};
            long chosen = bad[random.nextInt(bad.length)];
            return rules.kind().startsWith("u") || rules.values().isEmpty() ? Math.max(0, chosen) : chosen;
        }
        if (constant != Long.MIN_VALUE) {
            return constant;
        }
        return random.nextInt(3) == 0 ? greatest : least + random.nextInt((int) Math.min(4, greatest - least + 1));
    }

    private double decimal(FieldRules rules) {
        if (rules.value("const").orElse(null) instanceof Value.Decimal wanted && !isBad()) {
            return wanted.value();
        }
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0, 1e9};
        return isBad() ? bad[random.nextInt(bad.length)] : 1 + random.nextInt(9) / 2.0;
    }

    private String text(FieldRules rules) {
        if (isBad() || rules.values().isEmpty()) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
        if (rules.isOn("uri")) {
            return TEXTS.get(3);
        }
        if (rules.text("pattern").filter(pattern -> pattern.contains("{32}")).isPresent()) {
            return TEXTS.get(8);
        }
        return TEXTS.get(rules.isOn("uri_ref") ? 5 : 2);
    }
}
