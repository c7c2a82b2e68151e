package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Sets and removes options. */
final class OptionMutations {
    private static final List<String> OF_FILES = List.of(
            "cc_enable_arenas = false",
            "cc_enable_arenas = true",
            "cc_generic_services = true",
            "csharp_namespace = \"A.B\"",
            "go_package = \"example.com/x\"",
            "java_generic_services = true",
            "java_multiple_files = true",
            "java_multiple_files = false",
            "java_outer_classname = \"Outer\"",
            "java_package = \"com.example.other\"",
            "java_string_check_utf8 = true",
            "objc_class_prefix = \"XYZ\"",
            "optimize_for = CODE_SIZE",
            "optimize_for = SPEED",
            "php_class_prefix = \"P\"",
            "php_metadata_namespace = \"M\"",
            "php_namespace = \"N\"",
            "py_generic_services = true",
            "ruby_package = \"R\"",
            "swift_prefix = \"S\"",
            "deprecated = true",
            "features.enum_type = CLOSED",
            "features.enum_type = OPEN",
            "features.field_presence = EXPLICIT",
            "features.field_presence = IMPLICIT",
            "features.field_presence = LEGACY_REQUIRED",
            "features.json_format = LEGACY_BEST_EFFORT",
            "features.utf8_validation = NONE",
            "features.utf8_validation = VERIFY",
            "features.message_encoding = DELIMITED",
            "features.repeated_field_encoding = EXPANDED",
            "features = { enum_type: CLOSED, json_format: LEGACY_BEST_EFFORT }",
            "features = { utf8_validation: NONE }");
    private static final List<String> OF_MESSAGES = List.of(
            "no_standard_descriptor_accessor = true",
            "no_standard_descriptor_accessor = false",
            "deprecated_legacy_json_field_conflicts = true",
            "deprecated = true",
            "features.json_format = LEGACY_BEST_EFFORT",
            "features.json_format = ALLOW",
            "features = { json_format: LEGACY_BEST_EFFORT }");
    private static final List<String> OF_ENUMS = List.of(
            "deprecated = true",
            "deprecated_legacy_json_field_conflicts = true",
            "allow_alias = false",
            "features.enum_type = CLOSED",
            "features.enum_type = OPEN",
            "features.json_format = LEGACY_BEST_EFFORT",
            "features = { enum_type: CLOSED }");
    private static final List<String> OF_FIELDS = List.of(
            "deprecated = true",
            "packed = true",
            "packed = false",
            "jstype = JS_STRING",
            "jstype = JS_NUMBER",
            "jstype = JS_NORMAL",
            "ctype = CORD",
            "ctype = STRING_PIECE",
            "ctype = STRING",
            "lazy = true",
            "retention = RETENTION_SOURCE",
            "json_name = \"other\"",
            "json_name = \"name\"",
            "features.field_presence = EXPLICIT",
            "features.field_presence = IMPLICIT",
            "features.field_presence = LEGACY_REQUIRED",
            "features.utf8_validation = NONE",
            "features.utf8_validation = VERIFY",
            "features.message_encoding = DELIMITED",
            "features.message_encoding = LENGTH_PREFIXED",
            "features.repeated_field_encoding = EXPANDED",
            "features = { utf8_validation: NONE, field_presence: EXPLICIT }",
            "features.(pb.cpp).string_type = VIEW",
            "features.(pb.cpp).string_type = CORD",
            "features.(pb.java).utf8_validation = VERIFY",
            "features.(pb.java).utf8_validation = DEFAULT");

    private OptionMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("set a file's option", (schema, random) -> ofFile(schema, random)),
                new Mutation("set another file's option", (schema, random) -> ofFile(schema, random)),
                new Mutation(
                        "set a message's option",
                        (schema, random) -> inBody(schema, schema.any(random, MESSAGE), oneOf(OF_MESSAGES, random))),
                new Mutation(
                        "set an enum's option",
                        (schema, random) -> inBody(schema, schema.any(random, ENUM), oneOf(OF_ENUMS, random))),
                new Mutation("set a field's option", OptionMutations::ofField),
                new Mutation("set another field's option", OptionMutations::ofField),
                new Mutation(
                        "set a value's option",
                        (schema, random) -> schema.any(random, VALUE)
                                .map(value -> inBrackets(schema, value, VALUE_OPTIONS, "deprecated = true"))
                                .orElse(List.of())),
                new Mutation(
                        "remove options in brackets",
                        (schema, random) -> schema.any(random, FIELD_OPTIONS, VALUE_OPTIONS)
                                .map(part -> List.of(Edit.delete(part)))
                                .orElse(List.of())),
                new Mutation(
                        "remove an option",
                        (schema, random) -> schema.any(random, OPTION)
                                .map(part -> List.of(Edit.delete(part)))
                                .orElse(List.of())),
                new Mutation(
                        "change a JSON name",
                        (schema, random) -> schema.any(random, FIELD_JSON_NAME)
                                .map(part -> List.of(Edit.replace(part, "json_name = \"changed\"")))
                                .orElse(List.of())));
    }

    private static String oneOf(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Sets an option in the place of one with the same name, else after the syntax. */
    private static List<Edit> ofFile(SchemaText schema, Random random) {
        String option = oneOf(OF_FILES, random);
        String name = option.substring(0, option.indexOf(" ="));
        for (Part known : schema.all(OPTION)) {
            if (known.path().length == 3
                    && schema.text(known).matches("(?s)option\\s+" + name.replace(".", "\\.") + "\\s*=.*")) {
                return List.of(Edit.replace(known, "option " + option + ";"));
            }
        }
        Optional<Part> after = schema.any(random, SYNTAX);
        return after.map(part -> List.of(Edit.insert(part.end(), "\noption " + option + ";")))
                .orElse(List.of());
    }

    private static List<Edit> inBody(SchemaText schema, Optional<Part> block, String option) {
        return block.map(part -> List.of(Edit.insert(schema.bodyOf(part), " option " + option + "; ")))
                .orElse(List.of());
    }

    private static List<Edit> ofField(SchemaText schema, Random random) {
        return schema.any(random, FIELD, FIELD, EXTENSION)
                .map(field -> inBrackets(schema, field, FIELD_OPTIONS, oneOf(OF_FIELDS, random)))
                .orElse(List.of());
    }

    /** Adds an option to those in brackets, or with brackets after the number. */
    static List<Edit> inBrackets(SchemaText schema, Part element, PartKind kind, String option) {
        Optional<Part> known = schema.of(element, kind);
        if (known.isPresent()) {
            int bracket = schema.text().indexOf('[', element.start());
            return bracket < 0 || bracket > known.get().end()
                    ? List.of()
                    : List.of(Edit.insert(bracket + 1, option + ", "));
        }
        return schema.of(element, kind == FIELD_OPTIONS ? FIELD_NUMBER : VALUE_NUMBER)
                .map(number -> List.of(Edit.insert(number.end(), " [" + option + "]")))
                .orElse(List.of());
    }
}
