package dev.sluice.lint.constraint;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.value.MessageValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of constraints by the type of what they constrain (the oneof {@code type} of buf.validate.FieldRules). */
final class RuleKind {
    private static final Map<String, String> MESSAGES = Map.ofEntries(
            Map.entry("float", "FloatValue"),
            Map.entry("double", "DoubleValue"),
            Map.entry("int32", "Int32Value"),
            Map.entry("int64", "Int64Value"),
            Map.entry("uint32", "UInt32Value"),
            Map.entry("uint64", "UInt64Value"),
            Map.entry("bool", "BoolValue"),
            Map.entry("string", "StringValue"),
            Map.entry("bytes", "BytesValue"),
            Map.entry("any", "Any"),
            Map.entry("duration", "Duration"),
            Map.entry("timestamp", "Timestamp"),
            Map.entry("field_mask", "FieldMask"));
    private static final String GOOGLE = "google.protobuf.";

    private RuleKind() {}

    /** Whether constraints of a kind are for the type of a field, or of the elements of a list. */
    static boolean fits(String kind, Field field) {
        if (field.message().isEmpty()) {
            return field.type() == scalar(kind);
        }
        String message = MESSAGES.get(kind);
        return message != null && field.message().get().fullName().equals(GOOGLE + message);
    }

    private static FieldType scalar(String kind) {
        for (FieldType type : FieldType.values()) {
            if (!type.isMessage() && type.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return type;
            }
        }
        return FieldType.MESSAGE;
    }

    /** Whether a message is one of google/protobuf/wrappers.proto. */
    static boolean isWrapper(MessageType type) {
        return type.fullName().endsWith("Value") && MESSAGES.containsValue(unqualified(type));
    }

    private static String unqualified(MessageType type) {
        return type.fullName().startsWith(GOOGLE) ? type.fullName().substring(GOOGLE.length()) : "";
    }

    /** Adds what is wrong with constraints that fit what they constrain. */
    static void add(String kind, MessageValue rules, Flaws flaws) {
        switch (kind) {
            case "bool" -> {}
            case "string" -> TextFlaws.ofString(rules, flaws);
            case "bytes" -> TextFlaws.ofBytes(rules, flaws);
            case "enum", "any" -> Counts.addConst(rules, flaws);
            case "field_mask" -> ofFieldMask(rules, flaws);
            case "duration" -> BoundFlaws.ofDuration(rules, flaws);
            case "timestamp" -> BoundFlaws.ofTimestamp(rules, flaws);
            default -> BoundFlaws.ofNumber(rules, flaws);
        }
    }

    private static void ofFieldMask(MessageValue rules, Flaws flaws) {
        Counts.addConst(rules, flaws);
        List<String> refused = rules.texts("not_in");
        for (String path : rules.texts("in")) {
            if (refused.contains(path)) {
                flaws.add(
                        "in", flaws.name("in") + " takes \"" + path + "\", which " + flaws.name("not_in") + " refuses");
            }
        }
    }
}
