package dev.sluice.lint.differential;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes schemas whose fields have constraints of buf.validate at random, in all the ways to write them. No pattern, no
 * example, and only CEL expressions that compile or are blank.
 */
final class RandomConstraints {
    private static final Set<String> LEFT_OUT = Set.of("pattern", "example");
    private static final List<String> SCALARS = List.of(
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "float",
            "double",
            "bool",
            "string",
            "bytes");
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("Kind", "enum"),
            Map.entry("Other", "any"),
            Map.entry("google.protobuf.Any", "any"),
            Map.entry("google.protobuf.Duration", "duration"),
            Map.entry("google.protobuf.FieldMask", "field_mask"),
            Map.entry("google.protobuf.StringValue", "string"),
            Map.entry("google.protobuf.Timestamp", "timestamp"),
            Map.entry("google.protobuf.UInt64Value", "uint64"),
            Map.entry("repeated Other", "repeated"),
            Map.entry("repeated string", "repeated"),
            Map.entry("repeated google.protobuf.DoubleValue", "repeated"),
            Map.entry("map<int32, google.protobuf.Duration>", "map"),
            Map.entry("map<string, bytes>", "map"));
    private static final List<String> TYPES =
            Stream.concat(SCALARS.stream(), OTHERS.keySet().stream().sorted()).toList();
    private static final String HEAD = """
            edition = "2023";
            package constrained.p@INDEX@;
            import "buf/validate/validate.proto";
            import "google/protobuf/any.proto";
            import "google/protobuf/duration.proto";
            import "google/protobuf/field_mask.proto";
            import "google/protobuf/timestamp.proto";
            import "google/protobuf/wrappers.proto";
            enum Kind { KIND_UNSPECIFIED = 0; }
            message Other { extensions 100 to max; }
            extend buf.validate.Int32Rules {
              int32 own = @OWN@ [(buf.validate.predefined)@PREDEFINED@];
            }
            """;

    private static final String IMPLICIT = "features.field_presence = IMPLICIT, ";

    private final MessageType fieldRules;
    private final MessageType messageRules;
    private final MessageType predefinedRules;
    private final Random random;

    /**
     * @param fieldRules buf.validate.FieldRules
     * @param messageRules buf.validate.MessageRules
     * @param predefinedRules buf.validate.PredefinedRules
     */
    RandomConstraints(MessageType fieldRules, MessageType messageRules, MessageType predefinedRules, Random random) {
        this.fieldRules = fieldRules;
        this.messageRules = messageRules;
        this.predefinedRules = predefinedRules;
        this.random = random;
    }

    /**
     * A file with a message of constrained fields.
     *
     * @param index tells it from other files
     */
    String file(int index, int fields) {
        StringBuilder text = new StringBuilder(HEAD.replace("@INDEX@", String.valueOf(index))
                .replace("@OWN@", String.valueOf(80048952 + index))
                .replace("@PREDEFINED@", " = {" + content(predefinedRules, 3) + "}"));
        text.append("message Constrained {\n  option (buf.validate.message)")
                .append(statement(messageRules))
                .append(";\n");
        for (int i = 1; i <= fields; i++) {
            String type = pick(TYPES);
            boolean listed = type.startsWith("repeated") || type.startsWith("map");
            String field = type + " f" + i + " = " + i + " [" + presence(type, listed) + options(type) + "];\n";
            boolean chosen = !listed && random.nextInt(6) == 0;
            text.append(chosen ? "  oneof o" + i + " {\n    " + field.replace(IMPLICIT, "") + "  }\n" : "  " + field);
        }
        text.append("  extend Other {\n");
        for (int i = 1; i <= fields / 10; i++) {
            String type =
                    pick(TYPES.stream().filter(each -> !each.startsWith("map")).toList());
            text.append("    " + type + " x" + i + " = " + (1000 + i) + " [" + options(type) + "];\n");
        }
        return text.append("  }\n}\n").toString();
    }

    private String presence(String type, boolean listed) {
        boolean scalar = !listed && !type.contains(".") && !type.equals("Other");
        return scalar && random.nextBoolean() ? IMPLICIT : "";
    }

    private String options(String type) {
        String constrained = random.nextInt(8) == 0 ? pick(TYPES) : type;
        String kind = OTHERS.getOrDefault(constrained, constrained);
        MessageType rules = fieldRules.field(kind).flatMap(Field::message).orElseThrow();
        String option = "(buf.validate.field)";
        return switch (random.nextInt(4)) {
            case 0 -> option + "." + kind + " = {" + content(rules, 1 + random.nextInt(4)) + "}";
            case 1 -> dotted(option + "." + kind, rules);
            case 2 ->
                option + " = {" + kind + gap() + "{" + content(rules, 1 + random.nextInt(4)) + "}" + flags() + "}";
            default -> option + statement(fieldRules);
        };
    }

    private String flags() {
        return (random.nextInt(3) == 0 ? ", required: " + random.nextBoolean() : "")
                + (random.nextInt(3) == 0 ? " ignore: " + pick(List.of("IGNORE_ALWAYS", "IGNORE_IF_ZERO_VALUE")) : "");
    }

    private String gap() {
        return pick(List.of(": ", " ", ":\t", " : "));
    }

    private String statement(MessageType type) {
        return " = {" + content(type, 1 + random.nextInt(3)) + "}";
    }

    private String dotted(String option, MessageType rules) {
        List<String> parts = new ArrayList<>();
        for (Field field : some(rules, 1 + random.nextInt(4))) {
            int times = field.isRepeated() ? 1 + random.nextInt(3) : 1;
            for (int i = 0; i < times; i++) {
                parts.add(option + "." + field.name() + " = " + value(field, 1));
            }
        }
        return String.join(", ", parts);
    }

    private String content(MessageType type, int count) {
        if (type.fullName().equals("buf.validate.Rule")) {
            return "id: \"" + pick(List.of("a", "a", "b.c", "d e", "")) + "\", message: \"m\", expression: "
                    + pick(List.of("\"true\"", "\"true\"", "\" \""));
        }
        List<String> parts = new ArrayList<>();
        for (Field field : some(type, count)) {
            int times = field.isRepeated() ? 1 + random.nextInt(2) : 1;
            for (int i = 0; i < times; i++) {
                boolean list = field.isRepeated() && random.nextBoolean();
                parts.add(field.name() + gap(field, list) + (list ? list(field, count) : value(field, count)));
            }
        }
        return String.join(pick(List.of(", ", " ", ",\n      ", "; ")), parts);
    }

    private String gap(Field field, boolean list) {
        return field.type().isMessage() && !list ? gap() : pick(List.of(": ", ":"));
    }

    private String list(Field field, int count) {
        return "[" + value(field, count) + ", " + value(field, count) + "]";
    }

    /** Fields of a type, at most one of each oneof. */
    private List<Field> some(MessageType type, int count) {
        List<Field> all = new ArrayList<>(type.fields());
        Collections.shuffle(all, random);
        Set<Oneof> taken = new HashSet<>();
        List<Field> some = new ArrayList<>();
        for (Field field : all) {
            boolean free = field.oneof().isEmpty() || taken.add(field.oneof().get());
            if (some.size() < count && free && !LEFT_OUT.contains(field.name())) {
                some.add(field);
            }
        }
        return some;
    }

    private String value(Field field, int count) {
        if (field.name().equals("cel_expression")) {
            return pick(List.of("\"true\"", "\"\\t\""));
        }
        return switch (field.type()) {
            case INT32, INT64, SINT32, SINT64, SFIXED32, SFIXED64 ->
                field.name().equals("seconds")
                        ? pick(List.of("0", "1", "-1", "9223372036", "253402300800"))
                        : field.name().equals("nanos")
                                ? pick(List.of("0", "1", "-1", "1000000000", "854775429"))
                                : pick(List.of("0", "1", "-1"));
            case UINT32, UINT64, FIXED32, FIXED64 -> pick(List.of("0", "1", "2", "3", "9"));
            case FLOAT, DOUBLE -> pick(List.of("0", "-0.0", "1.5", "nan", "inf"));
            case BOOL -> pick(List.of("true", "true", "false"));
            case STRING, BYTES ->
                pick(List.of("\"\"", "\"a\"", "'ab'", "\"f1\"", "\"f2\"", "\"é\\u00e9\"", "\"abc\" \"d\""));
            case ENUM -> number(field.enumType().orElseThrow());
            case MESSAGE, GROUP ->
                "{" + content(field.message().orElseThrow(), Math.max(1, random.nextInt(count + 1))) + "}";
        };
    }

    private String number(EnumType type) {
        return pick(type.values()).name();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
