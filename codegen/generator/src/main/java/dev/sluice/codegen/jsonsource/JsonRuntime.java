package dev.sluice.codegen.jsonsource;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names. */
final class JsonRuntime {
    private static final String RUNTIME = "dev.sluice.runtime";
    private static final String PACKAGE = RUNTIME + ".json";

    static final ClassName ASSERTION = ClassName.get(PACKAGE, "JsonAssertion");
    static final ClassName CHECK = ClassName.get(PACKAGE, "JsonCheck");
    static final ClassName CURSOR = ClassName.get(PACKAGE, "JsonCursor");
    static final ClassName DOCUMENT = ClassName.get(PACKAGE, "JsonDocument");
    static final ClassName FORM = ClassName.get(PACKAGE, "JsonForm");
    static final ClassName FORMS = ClassName.get(PACKAGE, "JsonForms");
    static final ClassName FORMAT = ClassName.get(PACKAGE, "Format");
    static final ClassName ISO_DURATION = ClassName.get(PACKAGE, "IsoDuration");
    static final ClassName VALUE = ClassName.get(PACKAGE, "JsonValue");
    static final ClassName BYTES = ClassName.get(RUNTIME, "Bytes");
    static final ClassName ASCII_SET = ClassName.get(RUNTIME, "AsciiSet");
    static final ClassName LENGTH = ClassName.get(RUNTIME, "Check");
    static final ClassName FIELD_LIST = ClassName.get(RUNTIME, "FieldList");
    static final ClassName FIELD_MAP = ClassName.get(RUNTIME, "FieldMap");
    static final ClassName GENERATED_FROM = ClassName.get(RUNTIME, "GeneratedFrom");
    static final ClassName WRITER = ClassName.get(RUNTIME, "JsonWriter");
    static final ClassName VIOLATIONS = ClassName.get(RUNTIME, "Violations");
    static final ClassName REGEX = ClassName.get(RUNTIME + ".regex", "Regex");
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private JsonRuntime() {}
}
