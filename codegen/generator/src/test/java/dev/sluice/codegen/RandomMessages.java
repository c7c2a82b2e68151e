package dev.sluice.codegen;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnknownFieldSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Random messages of any type, edge values among them. */
final class RandomMessages {
    private static final long[] INTEGERS = {
        0,
        1,
        -1,
        127,
        128,
        16_383,
        16_384,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 32,
        1L << 53
    };
    private static final double[] DECIMALS = {
        0,
        -0.0,
        1,
        0.1,
        1e10,
        1e-10,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        9007199254740993.0,
        123456.789
    };

    private final Random random;
    private final boolean unknownFields;

    /**
     * Makes messages.
     *
     * @param unknownFields whether messages have unknown fields, enums numbers that are not declared, and decimals the
     *     negative zero, which JsonFormat reads as zero
     */
    RandomMessages(long seed, boolean unknownFields) {
        this.random = new Random(seed);
        this.unknownFields = unknownFields;
    }

    DynamicMessage next(Descriptor type) {
        return next(type, 4);
    }

    /** Whether a type has messages with all required fields; one that requires itself, at any depth, has none. */
    static boolean areThereAny(Descriptor type) {
        return areThereAny(type, new HashSet<>());
    }

    private static boolean areThereAny(Descriptor type, Set<Descriptor> requiring) {
        if (!requiring.add(type)) {
            return false;
        }
        for (FieldDescriptor field : type.getFields()) {
            if (field.isRequired() && isMessage(field) && !areThereAny(field.getMessageType(), requiring)) {
                return false;
            }
        }
        requiring.remove(type);
        return true;
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }

    private DynamicMessage next(Descriptor type, int depth) {
        if (!unknownFields && type.getFile().getPackage().equals("google.protobuf")) {
            DynamicMessage special = new RandomWellKnown(random).next(type);
            if (special != null) {
                return special;
            }
        }
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        int density = random.nextInt(4) + 1;
        for (FieldDescriptor field : type.getFields()) {
            boolean possible = !isMessage(field) || (depth > 0 && areThereAny(field.getMessageType()));
            if (field.isRequired() || (random.nextInt(4) < density && possible)) {
                set(message, field, depth);
            }
        }
        boolean anyField = !type.getOptions().getMessageSetWireFormat();
        if (unknownFields && anyField && random.nextInt(3) == 0) {
            message.setUnknownFields(unknown(type));
        }
        return message.build();
    }

    private void set(DynamicMessage.Builder message, FieldDescriptor field, int depth) {
        if (field.isMapField()) {
            Set<Object> keys = new HashSet<>();
            FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
            FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
            for (int i = random.nextInt(4); i > 0; i--) {
                Object newKey = value(key, depth);
                if (keys.add(newKey)) {
                    message.addRepeatedField(
                            field,
                            DynamicMessage.newBuilder(field.getMessageType())
                                    .setField(key, newKey)
                                    .setField(value, value(value, depth))
                                    .build());
                }
            }
        } else if (field.isRepeated()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                message.addRepeatedField(field, value(field, depth));
            }
        } else {
            message.setField(field, value(field, depth));
        }
    }

    private Object value(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case INT -> (int) integer();
            case LONG -> integer();
            case FLOAT -> random.nextBoolean() ? (Object) (float) decimal() : (Object) random.nextFloat();
            case DOUBLE -> random.nextBoolean() ? (Object) decimal() : (Object) (random.nextGaussian() * 1e6);
            case BOOLEAN -> random.nextBoolean();
            case STRING -> text();
            case BYTE_STRING -> bytes();
            case ENUM -> number(field.getEnumType());
            case MESSAGE -> next(field.getMessageType(), depth - 1);
        };
    }

    private Object number(EnumDescriptor type) {
        if (unknownFields && !type.isClosed() && random.nextInt(4) == 0) {
            return type.findValueByNumberCreatingIfUnknown(random.nextInt(1000) + 500);
        }
        int number =
                type.getValues().get(random.nextInt(type.getValues().size())).getNumber();
        return type.findValueByNumber(number);
    }

    private double decimal() {
        double decimal = DECIMALS[random.nextInt(DECIMALS.length)];
        return decimal == 0 && !unknownFields ? 0 : decimal;
    }

    private long integer() {
        return random.nextBoolean()
                ? INTEGERS[random.nextInt(INTEGERS.length)]
                : random.nextLong() >> random.nextInt(64);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            switch (random.nextInt(12)) {
                case 0 -> text.appendCodePoint(0x1F600 + random.nextInt(50));
                case 1 -> text.append((char) (0x400 + random.nextInt(100)));
                case 2 -> text.append((char) (0x3000 + random.nextInt(100)));
                case 3 -> text.append("\"\\/\n\u0000\u007f\u2028\ufffd".charAt(random.nextInt(8)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private ByteString bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    private UnknownFieldSet unknown(Descriptor type) {
        UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            int number = 3_000_000 + random.nextInt(1000);
            if (type.findFieldByNumber(number) == null) {
                fields.mergeField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addVarint(integer())
                                .addFixed32((int) integer())
                                .addLengthDelimited(bytes())
                                .addGroup(UnknownFieldSet.newBuilder()
                                        .addField(
                                                7,
                                                UnknownFieldSet.Field.newBuilder()
                                                        .addFixed64(integer())
                                                        .build())
                                        .build())
                                .build());
            }
        }
        return fields.build();
    }
}
