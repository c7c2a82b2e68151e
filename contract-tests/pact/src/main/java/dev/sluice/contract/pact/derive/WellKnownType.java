package dev.sluice.contract.pact.derive;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.Constraints;
import java.util.List;
import java.util.Set;

/** The messages of google.protobuf that have a JSON form of their own (protobuf.dev, ProtoJSON Format). */
public final class WellKnownType {
    private static final String PACKAGE = "google.protobuf.";
    private static final Set<String> WRAPPERS = Set.of(
            "BoolValue",
            "BytesValue",
            "DoubleValue",
            "FloatValue",
            "Int32Value",
            "Int64Value",
            "StringValue",
            "UInt32Value",
            "UInt64Value");
    private static final Set<String> OTHERS =
            Set.of("Any", "Duration", "Empty", "FieldMask", "ListValue", "Struct", "Timestamp", "Value");

    private WellKnownType() {}

    /** Whether a message has a JSON form of its own. */
    public static boolean isOne(Descriptor message) {
        String name = message.getFullName();
        return name.startsWith(PACKAGE) && (isWrapper(message) || OTHERS.contains(name.substring(PACKAGE.length())));
    }

    private static boolean isWrapper(Descriptor message) {
        return message.getFullName().startsWith(PACKAGE)
                && WRAPPERS.contains(message.getFullName().substring(PACKAGE.length()));
    }

    /** The rules for a value; those of a wrapper are its value's. */
    static List<Rule> rules(Descriptor message, Json value) {
        if (isWrapper(message)) {
            FieldDescriptor wrapped = message.findFieldByNumber(1);
            Constraints none = Constraints.of(wrapped);
            return switch (wrapped.getJavaType()) {
                case STRING -> TextRules.of(none);
                case BYTE_STRING -> TextRules.ofBytes(none);
                case BOOLEAN -> List.of(Rule.BOOLEAN);
                default ->
                    value instanceof Json.Str && !isLong(wrapped)
                            ? List.of(Rule.EQUALITY)
                            : NumberRules.of(wrapped.getType(), none);
            };
        }
        return switch (message.getName()) {
            case "Timestamp" ->
                List.of(
                        Rule.regex(
                                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$"));
            case "Duration" -> List.of(Rule.regex("^-?[0-9]{1,12}(?:\\.[0-9]{1,9})?s$"));
            default -> List.of(Rule.TYPE);
        };
    }

    private static boolean isLong(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.LONG;
    }
}
