package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The messages of google.protobuf with a JSON form of their own; the runtime brings their classes. */
final class WellKnown {
    /** The package of the runtime that holds them. */
    static final String PACKAGE = "dev.sluice.runtime.wellknown";

    private static final String SCHEMA_PACKAGE = "google.protobuf";
    private static final ClassName TIMES = ClassName.get(PACKAGE, "Times");
    private static final ClassName WRAPPERS = ClassName.get(PACKAGE, "Wrappers");

    /** By name the class that reads and writes the JSON form; for wrappers there is none. */
    private static final Map<String, String> JSON = Map.ofEntries(
            Map.entry("Any", "AnyJson"),
            Map.entry("Timestamp", "TimestampJson"),
            Map.entry("Duration", "DurationJson"),
            Map.entry("FieldMask", "FieldMaskJson"),
            Map.entry("Struct", "StructJson"),
            Map.entry("Value", "StructJson"),
            Map.entry("ListValue", "StructJson"));

    private static final Map<String, ValueCode.Conversion> CONVERSIONS = Map.ofEntries(
            conversion("Timestamp", ClassName.get(Instant.class), TIMES, "instant", "timestamp"),
            conversion("Duration", ClassName.get(Duration.class), TIMES, "javaDuration", "duration"),
            wrapper("DoubleValue", TypeName.DOUBLE, "float64"),
            wrapper("FloatValue", TypeName.FLOAT, "float32"),
            wrapper("Int64Value", TypeName.LONG, "int64"),
            wrapper("UInt64Value", TypeName.LONG, "uint64"),
            wrapper("Int32Value", TypeName.INT, "int32"),
            wrapper("UInt32Value", TypeName.INT, "uint32"),
            wrapper("BoolValue", TypeName.BOOLEAN, "bool"),
            wrapper("StringValue", Runtime.STRING, "string"),
            wrapper("BytesValue", Runtime.BYTES, "bytes"));

    private WellKnown() {}

    private static Map.Entry<String, ValueCode.Conversion> conversion(
            String name, TypeName api, ClassName holder, String toApi, String fromApi) {
        return Map.entry(name, new ValueCode.Conversion(api, holder, toApi, fromApi));
    }

    private static Map.Entry<String, ValueCode.Conversion> wrapper(String name, TypeName api, String method) {
        return conversion(name, api, WRAPPERS, method, method + "Wrapper");
    }

    /** Whether the file's types come with the runtime. */
    static boolean isInRuntime(SchemaFile file) {
        return isProtobuf(file)
                && file.messages().stream()
                        .anyMatch(message -> message.name().equals("Empty")
                                || JSON.containsKey(message.name())
                                || CONVERSIONS.containsKey(message.name()));
    }

    /** Whether the file is one of protobuf's own. */
    static boolean isProtobuf(SchemaFile file) {
        return file.packageName().equals(SCHEMA_PACKAGE);
    }

    /** The class that reads and writes the JSON form of a message. */
    static Optional<ClassName> json(MessageType message) {
        return isTopLevel(message)
                ? Optional.ofNullable(JSON.get(message.name())).map(name -> ClassName.get(PACKAGE, name))
                : Optional.empty();
    }

    /** Whether the JSON form of a message is that of its one field. */
    static boolean isWrapper(MessageType message) {
        return isTopLevel(message) && CONVERSIONS.containsKey(message.name()) && !JSON.containsKey(message.name());
    }

    /** How a message is shown as a type of the JDK. */
    static Optional<ValueCode.Conversion> conversion(MessageType message) {
        return isTopLevel(message) ? Optional.ofNullable(CONVERSIONS.get(message.name())) : Optional.empty();
    }

    /** Whether null is a value of the message in JSON. */
    static boolean takesNull(MessageType message) {
        return isTopLevel(message) && message.name().equals("Value");
    }

    private static boolean isTopLevel(MessageType message) {
        return isProtobuf(message.file()) && message.parent().isEmpty();
    }
}
