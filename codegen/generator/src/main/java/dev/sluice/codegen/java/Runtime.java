package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names. */
final class Runtime {
    private static final String PACKAGE = "dev.sluice.runtime";

    static final ClassName MESSAGE = ClassName.get(PACKAGE, "Message");
    static final ClassName BYTES = ClassName.get(PACKAGE, "Bytes");
    static final ClassName UNKNOWN_FIELDS = ClassName.get(PACKAGE, "UnknownFields");
    static final ClassName COLLECTOR = UNKNOWN_FIELDS.nestedClass("Collector");
    static final ClassName WIRE_READER = ClassName.get(PACKAGE, "WireReader");
    static final ClassName WIRE_WRITER = ClassName.get(PACKAGE, "WireWriter");
    static final ClassName JSON_READER = ClassName.get(PACKAGE, "JsonReader");
    static final ClassName JSON_WRITER = ClassName.get(PACKAGE, "JsonWriter");
    static final ClassName JSON_NAMES = ClassName.get(PACKAGE, "JsonNames");
    static final ClassName ENUM_NAMES = ClassName.get(PACKAGE, "EnumNames");
    static final ClassName UNKNOWN_MEMBERS = ClassName.get(PACKAGE, "UnknownMembers");
    static final ClassName ELEMENTS = ClassName.get(PACKAGE, "Elements");
    static final ClassName GENERATED_FROM = ClassName.get(PACKAGE, "GeneratedFrom");
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

    private Runtime() {}
}
