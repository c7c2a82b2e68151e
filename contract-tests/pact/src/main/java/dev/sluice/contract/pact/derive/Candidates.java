package dev.sluice.contract.pact.derive;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.sluice.contract.pact.schema.Constraints;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that are likely to satisfy the constraints of a field, as protobuf-java holds them, the likeliest first. */
final class Candidates {
    private Candidates() {}

    /**
     * The candidates for one value that is no ordinary message.
     *
     * @param near numbers that rules across fields make likely
     */
    static List<Object> of(FieldDescriptor field, Constraints constraints, Collection<BigInteger> near) {
        return switch (field.getJavaType()) {
            case STRING -> List.copyOf(TextCandidates.of(constraints));
            case BYTE_STRING -> bytes(constraints);
            case BOOLEAN -> constraints.rule("const").map(List::of).orElse(List.of(false, true));
            case ENUM -> enums(field, constraints);
            case INT, LONG -> integers(field.getType(), constraints, near);
            case DOUBLE, FLOAT -> fractions(field.getType(), constraints);
            case MESSAGE -> wellKnown(field.getMessageType(), constraints, near);
        };
    }

    private static List<Object> bytes(Constraints constraints) {
        List<Object> found = new ArrayList<>();
        constraints.rule("const").ifPresent(found::add);
        found.addAll(constraints.rules("in"));
        found.addAll(constraints.rules("example"));
        TextCandidates.of(constraints).stream()
                .filter(text -> constraints.rule("const").isEmpty())
                .map(ByteString::copyFromUtf8)
                .forEach(found::add);
        for (int length : new int[] {4, 16}) {
            found.add(ByteString.copyFrom(new byte[length]));
        }
        return found;
    }

    private static List<Object> enums(FieldDescriptor field, Constraints constraints) {
        List<?> among = constraints.rules("in");
        List<?> excluded = constraints.rules("not_in");
        return field.getEnumType().getValues().stream()
                .filter(value -> constraints
                        .rule("const")
                        .map(fixed -> fixed.equals(value.getNumber()))
                        .orElse(true))
                .filter(value -> among.isEmpty() || among.contains(value.getNumber()))
                .filter(value -> !excluded.contains(value.getNumber()))
                .sorted(Comparator.comparing((EnumValueDescriptor value) -> value.getNumber() == 0))
                .map(Object.class::cast)
                .toList();
    }

    private static List<Object> integers(
            FieldDescriptor.Type type, Constraints constraints, Collection<BigInteger> near) {
        NumberRules.Bounds bounds = NumberRules.bounds(type, constraints);
        Set<BigInteger> found = new LinkedHashSet<>();
        constraints.rule("const").ifPresent(value -> found.add(NumberRules.whole(type, value)));
        constraints.rules("in").forEach(value -> found.add(NumberRules.whole(type, value)));
        constraints.rules("example").forEach(value -> found.add(NumberRules.whole(type, value)));
        if (found.isEmpty()) {
            if (bounds.min().compareTo(bounds.max()) <= 0) {
                found.add(BigInteger.ONE.max(bounds.min()).min(bounds.max()));
                found.add(bounds.min());
                found.add(bounds.max());
                for (int i = 0; i < 8; i++) {
                    found.add(bounds.min()
                            .max(BigInteger.ZERO)
                            .add(BigInteger.valueOf(i))
                            .min(bounds.max()));
                }
                near.stream()
                        .map(value -> value.max(bounds.min()).min(bounds.max()))
                        .forEach(found::add);
            } else {
                found.add(bounds.min());
                found.add(bounds.max());
            }
        }
        boolean is32 = switch (type) {
            case INT32, UINT32, SINT32, FIXED32, SFIXED32 -> true;
            default -> false;
        };
        return found.stream()
                .<Object>map(value -> is32 ? (Object) value.intValue() : (Object) value.longValue())
                .toList();
    }

    private static List<Object> fractions(FieldDescriptor.Type type, Constraints constraints) {
        Set<Double> found = new LinkedHashSet<>();
        for (String rule : List.of("const", "gte", "lte")) {
            constraints.rule(rule).ifPresent(value -> found.add(((Number) value).doubleValue()));
        }
        constraints.rules("in").forEach(value -> found.add(((Number) value).doubleValue()));
        constraints.rules("example").forEach(value -> found.add(((Number) value).doubleValue()));
        constraints.rule("gt").ifPresent(value -> {
            found.add(((Number) value).doubleValue() + 1);
            constraints
                    .rule("lt")
                    .or(() -> constraints.rule("lte"))
                    .ifPresent(
                            upper -> found.add((((Number) value).doubleValue() + ((Number) upper).doubleValue()) / 2));
        });
        constraints.rule("lt").ifPresent(value -> found.add(((Number) value).doubleValue() - 1));
        found.addAll(List.of(1.0, 0.5, 0.0));
        return found.stream()
                .<Object>map(value -> type == FieldDescriptor.Type.FLOAT ? (Object) value.floatValue() : value)
                .toList();
    }

    /** Candidates for a message of google.protobuf; for any other none. */
    private static List<Object> wellKnown(Descriptor message, Constraints constraints, Collection<BigInteger> near) {
        List<Object> found = new ArrayList<>();
        if (!WellKnownType.isOne(message)) {
            return found;
        }
        if (message.getName().equals("Duration") || message.getName().equals("Timestamp")) {
            for (String rule : List.of("const", "gte", "lte")) {
                constraints.rule(rule).ifPresent(value -> found.add(seconds(message, (Message) value, 0)));
            }
            constraints.rules("in").forEach(value -> found.add(seconds(message, (Message) value, 0)));
            constraints.rule("gt").ifPresent(value -> found.add(seconds(message, (Message) value, 1)));
            constraints.rule("lt").ifPresent(value -> found.add(seconds(message, (Message) value, -1)));
            long[] usual = message.getName().equals("Duration")
                    ? new long[] {1, 0}
                    : new long[] {1_767_225_600L, 4_102_444_800L};
            for (long seconds : usual) {
                found.add(DynamicMessage.newBuilder(message)
                        .setField(message.findFieldByNumber(1), seconds)
                        .build());
            }
            return found;
        }
        FieldDescriptor wrapped = message.findFieldByNumber(1);
        if (message.getName().endsWith("Value") && message.getFields().size() == 1 && !wrapped.isRepeated()) {
            for (Object value : of(wrapped, constraints, near)) {
                found.add(DynamicMessage.newBuilder(message)
                        .setField(wrapped, value)
                        .build());
            }
        } else if (message.getName().equals("Value")) {
            found.add(DynamicMessage.newBuilder(message)
                    .setField(message.findFieldByName("string_value"), "text")
                    .build());
        } else {
            found.add(DynamicMessage.getDefaultInstance(message));
        }
        return found;
    }

    private static Message seconds(Descriptor message, Message bound, long more) {
        Object seconds = bound.getField(bound.getDescriptorForType().findFieldByNumber(1));
        Object nanos = bound.getField(bound.getDescriptorForType().findFieldByNumber(2));
        return DynamicMessage.newBuilder(message)
                .setField(message.findFieldByNumber(1), (Long) seconds + more)
                .setField(message.findFieldByNumber(2), nanos)
                .build();
    }
}
