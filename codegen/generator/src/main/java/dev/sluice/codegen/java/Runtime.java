package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;

/** The types of the runtime that generated code names. */
final class Runtime {
    private static final String PACKAGE = "dev.sluice.runtime";

    static final ClassName MESSAGE = ClassName.get(PACKAGE, "Message");
    static final ClassName BYTES = ClassName.get(PACKAGE, "Bytes");
    static final ClassName UNKNOWN_FIELDS = ClassName.get(PACKAGE, "UnknownFields");
    static final ClassName BUILDER = MESSAGE.nestedClass("Builder");
    static final ClassName MESSAGE_TYPE = ClassName.get(PACKAGE, "MessageType");
    static final ClassName FIELD_LIST = ClassName.get(PACKAGE, "FieldList");
    static final ClassName FIELD_MAP = ClassName.get(PACKAGE, "FieldMap");
    static final ClassName FIELD_KIND = ClassName.get(PACKAGE, "FieldKind");
    static final ClassName EXTENSION = ClassName.get(PACKAGE, "Extension");
    static final ClassName REQUIRED = ClassName.get(PACKAGE, "Required");
    static final ClassName RPC = ClassName.get(PACKAGE, "Rpc");
    static final ClassName JSON_OPTIONS = ClassName.get(PACKAGE, "JsonOptions");
    static final ClassName WIRE_READER = ClassName.get(PACKAGE, "WireReader");
    static final ClassName WIRE_WRITER = ClassName.get(PACKAGE, "WireWriter");
    static final ClassName JSON_READER = ClassName.get(PACKAGE, "JsonReader");
    static final ClassName JSON_WRITER = ClassName.get(PACKAGE, "JsonWriter");
    static final ClassName JSON_NAMES = ClassName.get(PACKAGE, "JsonNames");
    static final ClassName ENUM_NAMES = ClassName.get(PACKAGE, "EnumNames");
    static final ClassName UNKNOWN_MEMBERS = ClassName.get(PACKAGE, "UnknownMembers");
    static final ClassName ELEMENTS = ClassName.get(PACKAGE, "Elements");
    static final ClassName GENERATED_FROM = ClassName.get(PACKAGE, "GeneratedFrom");
    static final ClassName ASCII_SET = ClassName.get(PACKAGE, "AsciiSet");
    static final ClassName CHECK = ClassName.get(PACKAGE, "Check");
    static final ClassName VIOLATIONS = ClassName.get(PACKAGE, "Violations");
    static final ClassName UNDECIDED = ClassName.get(PACKAGE, "UndecidedRuleException");
    static final ClassName HOST = ClassName.get(PACKAGE, "Host");
    static final ClassName IP = ClassName.get(PACKAGE, "Ip");
    static final ClassName REGEX = ClassName.get(PACKAGE + ".regex", "Regex");
    static final ClassName ARITHMETIC = ClassName.get(PACKAGE + ".cel", "Arithmetic");
    static final ClassName CONVERSIONS = ClassName.get(PACKAGE + ".cel", "Conversions");
    static final ClassName FORMAT = ClassName.get(PACKAGE + ".cel", "Format");
    static final ClassName TEXTS = ClassName.get(PACKAGE + ".cel", "Texts");
    static final ClassName TIMES = ClassName.get(PACKAGE + ".cel", "Times");
    static final ClassName UINT = ClassName.get(PACKAGE + ".cel", "Uint");
    static final ClassName VALUES = ClassName.get(PACKAGE + ".cel", "Values");
    static final ClassName INSTANT = ClassName.get(java.time.Instant.class);
    static final ClassName DURATION = ClassName.get(java.time.Duration.class);
    static final ClassName URI = ClassName.get(PACKAGE, "Uri");
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName STRING = ClassName.get(String.class);
    static final ClassName LIST = ClassName.get(List.class);
    static final ClassName MAP = ClassName.get(Map.class);

    /** The list for each primitive type. */
    static final Map<TypeName, ClassName> PRIMITIVE_LISTS = Map.of(
            TypeName.INT, ClassName.get(PACKAGE, "IntList"),
            TypeName.LONG, ClassName.get(PACKAGE, "LongList"),
            TypeName.FLOAT, ClassName.get(PACKAGE, "FloatList"),
            TypeName.DOUBLE, ClassName.get(PACKAGE, "DoubleList"),
            TypeName.BOOLEAN, ClassName.get(PACKAGE, "BoolList"));

    private Runtime() {}

    /** The type of what is common to all messages of a class. */
    static TypeName messageType(ClassName message) {
        return ParameterizedTypeName.get(MESSAGE_TYPE, message);
    }
}
