package dev.sluice.codegen;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random messages of google.protobuf that have a JSON form. */
final class RandomWellKnown {
    private final Random random;

    RandomWellKnown(Random random) {
        this.random = random;
    }

    /** A message of the type, or null where any value of its fields has a JSON form. */
    @Nullable
    DynamicMessage next(Descriptor type) {
        return switch (type.getName()) {
            case "Timestamp" -> time(type, -62_135_596_800L + (long) (random.nextDouble() * 315_537_897_599L), 1);
            case "Duration" -> {
                int sign = random.nextBoolean() ? 1 : -1;
                yield time(type, sign * (long) (random.nextDouble() * 315_576_000_000L), sign);
            }
            case "FieldMask" -> {
                DynamicMessage.Builder mask = DynamicMessage.newBuilder(type);
                for (int i = random.nextInt(3); i > 0; i--) {
                    mask.addRepeatedField(field(type, 1), "some_path.of_a" + i + ".b");
                }
                yield mask.build();
            }
            case "Value" -> value(type, 3);
            case "Any" -> DynamicMessage.getDefaultInstance(type);
            default -> null;
        };
    }

    private DynamicMessage time(Descriptor type, long seconds, int sign) {
        int nanos = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000;
            case 2 -> random.nextInt(1_000_000) * 1_000;
            default -> random.nextInt(1_000_000_000);
        };
        return DynamicMessage.newBuilder(type)
                .setField(field(type, 1), seconds)
                .setField(field(type, 2), sign * nanos)
                .build();
    }

    private static FieldDescriptor field(Descriptor type, int number) {
        return type.findFieldByNumber(number);
    }

    private DynamicMessage value(Descriptor type, int depth) {
        DynamicMessage.Builder value = DynamicMessage.newBuilder(type);
        int kind = random.nextInt(depth > 0 ? 6 : 4) + 1;
        FieldDescriptor field = field(type, kind);
        switch (kind) {
            case 1 -> value.setField(field, field.getEnumType().findValueByNumber(0));
            case 2 -> value.setField(field, random.nextBoolean() ? random.nextInt(100) : random.nextGaussian());
            case 3 -> value.setField(field, "text " + random.nextInt(100));
            case 4 -> value.setField(field, random.nextBoolean());
            case 5 -> value.setField(field, struct(field.getMessageType(), type, depth));
            default -> {
                DynamicMessage.Builder list = DynamicMessage.newBuilder(field.getMessageType());
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.addRepeatedField(field(field.getMessageType(), 1), value(type, depth - 1));
                }
                value.setField(field, list.build());
            }
        }
        return value.build();
    }

    private DynamicMessage struct(Descriptor type, Descriptor ofValue, int depth) {
        DynamicMessage.Builder struct = DynamicMessage.newBuilder(type);
        FieldDescriptor fields = field(type, 1);
        for (int i = random.nextInt(3); i > 0; i--) {
            Descriptor entry = fields.getMessageType();
            struct.addRepeatedField(
                    fields,
                    DynamicMessage.newBuilder(entry)
                            .setField(field(entry, 1), "key" + i)
                            .setField(field(entry, 2), value(ofValue, depth - 1))
                            .build());
        }
        return struct.build();
    }
}
