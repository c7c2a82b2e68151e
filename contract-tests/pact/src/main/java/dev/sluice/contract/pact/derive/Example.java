package dev.sluice.contract.pact.derive;

import build.buf.validate.OneofRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.Constraints;
import dev.sluice.contract.pact.schema.MessageSchema;
import dev.sluice.contract.pact.schema.SchemaProblemsException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Derives an example of a message that its schema accepts. */
public final class Example {
    /** Required fields nest no deeper than this. */
    private static final int MAX_DEPTH = 12;

    private Example() {}

    /**
     * A message with every field that has to be there, and the given ones.
     *
     * @param given values in proto3 JSON, by schema names joined by dots, {@code capacity.limit}
     * @throws SchemaProblemsException if a given value does not fit its field, or no example was found that keeps every constraint;
     *     it says which are broken
     */
    public static DynamicMessage of(MessageSchema message, Map<String, Json> given) {
        DynamicMessage.Builder example = DynamicMessage.newBuilder(message.descriptor());
        fill(example, 0);
        List<String> unfit = new ArrayList<>();
        Set<List<FieldDescriptor>> fixed = new LinkedHashSet<>();
        given.forEach((path, value) -> {
            try {
                fixed.add(GivenValue.set(example, path, value));
            } catch (IllegalArgumentException problem) {
                unfit.add(path + ": " + problem.getMessage());
            }
        });
        if (!unfit.isEmpty()) {
            throw new SchemaProblemsException("values that do not fit " + message.fullName(), unfit);
        }
        return new Repair(example, fixed).run();
    }

    /** Sets what has to be there, and of what may be left out what has no presence. */
    static void fill(Message.Builder message, int depth) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            Constraints constraints = Constraints.of(field);
            if (constraints.ignored() || field.getRealContainingOneof() != null && !constraints.required()) {
                continue;
            }
            if (field.isRepeated()) {
                long least = least(field, constraints);
                for (int i = 0; i < least; i++) {
                    message.addRepeatedField(field, element(message, field, constraints, i, depth));
                }
            } else if (constraints.required() || field.isRequired() || !field.hasPresence()) {
                set(message, field, constraints, depth);
            }
        }
        for (OneofDescriptor oneof : message.getDescriptorForType().getRealOneofs()) {
            OneofRules rules = oneof.getOptions().getExtension(ValidateProto.oneof);
            if (rules.getRequired() && !message.hasOneof(oneof)) {
                FieldDescriptor first = oneof.getField(0);
                set(message, first, Constraints.of(first), depth);
            }
        }
    }

    private static long least(FieldDescriptor field, Constraints constraints) {
        Object least = constraints
                .rule(field.isMapField() ? "min_pairs" : "min_items")
                .orElse(constraints.required() ? 1L : 0L);
        return Math.min(((Number) least).longValue(), 100);
    }

    /** Sets a singular field to its likeliest value. */
    static void set(Message.Builder message, FieldDescriptor field, Constraints constraints, int depth) {
        if (field.isRepeated()) {
            message.addRepeatedField(field, element(message, field, constraints, 0, depth));
        } else {
            message.setField(field, value(field, message, constraints, 0, depth));
        }
    }

    private static Object element(
            Message.Builder message, FieldDescriptor field, Constraints constraints, int index, int depth) {
        if (!field.isMapField()) {
            return value(field, message, constraints.ofItems(), index, depth);
        }
        Descriptor entry = field.getMessageType();
        FieldDescriptor key = entry.findFieldByNumber(1);
        FieldDescriptor value = entry.findFieldByNumber(2);
        Message.Builder builder = message.newBuilderForField(field);
        builder.setField(key, value(key, builder, constraints.ofKeys(), index, depth));
        builder.setField(value, value(value, builder, constraints.ofValues(), index, depth));
        return builder.build();
    }

    private static Object value(
            FieldDescriptor field, Message.Builder parent, Constraints constraints, int index, int depth) {
        List<Object> candidates = Candidates.of(field, constraints, List.of());
        if (!candidates.isEmpty()) {
            return candidates.get(index % candidates.size());
        }
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            return field.getEnumType().getValues().get(0);
        }
        Message.Builder nested = parent.newBuilderForField(field);
        if (depth < MAX_DEPTH) {
            fill(nested, depth + 1);
        }
        return nested.build();
    }
}
