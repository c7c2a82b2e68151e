package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The standard options of scalar type (descriptor.proto). With them at hand, the usual file needs no
 * {@code descriptor.proto}, which takes longer to parse than the file itself.
 */
final class PlainOptions {
    /**
     * One option.
     *
     * @param values of an enum the names of its values, the first of which has the number {@code firstValue}
     */
    record PlainOption(String name, int number, FieldType type, int firstValue, List<String> values) {}

    private static final PlainOptions ALL = new PlainOptions();

    private final List<Map<String, PlainOption>> byKind;

    private PlainOptions() {
        Map<String, PlainOption> file = new HashMap<>(64);
        add(file, FieldType.STRING, "java_package", 1, "java_outer_classname", 8, "go_package", 11);
        add(file, FieldType.STRING, "objc_class_prefix", 36, "csharp_namespace", 37, "swift_prefix", 39);
        add(file, FieldType.STRING, "php_class_prefix", 40, "php_namespace", 41, "php_metadata_namespace", 44);
        add(file, FieldType.STRING, "ruby_package", 45);
        add(file, FieldType.BOOL, "java_multiple_files", 10, "cc_generic_services", 16, "java_generic_services", 17);
        add(file, FieldType.BOOL, "py_generic_services", 18, "java_generate_equals_and_hash", 20, "deprecated", 23);
        add(file, FieldType.BOOL, "java_string_check_utf8", 27, "cc_enable_arenas", 31);
        addEnum(file, "optimize_for", 9, 1, "SPEED", "CODE_SIZE", "LITE_RUNTIME");
        Map<String, PlainOption> message = new HashMap<>();
        add(message, FieldType.BOOL, "message_set_wire_format", 1, "no_standard_descriptor_accessor", 2);
        add(message, FieldType.BOOL, "deprecated", 3, "map_entry", 7, "deprecated_legacy_json_field_conflicts", 11);
        Map<String, PlainOption> field = new HashMap<>(32);
        add(field, FieldType.BOOL, "packed", 2, "deprecated", 3, "lazy", 5, "weak", 10, "unverified_lazy", 15);
        add(field, FieldType.BOOL, "debug_redact", 16);
        addEnum(field, "ctype", 1, 0, "STRING", "CORD", "STRING_PIECE");
        addEnum(field, "jstype", 6, 0, "JS_NORMAL", "JS_STRING", "JS_NUMBER");
        Map<String, PlainOption> enumType = new HashMap<>();
        add(enumType, FieldType.BOOL, "allow_alias", 2, "deprecated", 3, "deprecated_legacy_json_field_conflicts", 6);
        Map<String, PlainOption> enumValue = new HashMap<>();
        add(enumValue, FieldType.BOOL, "deprecated", 1, "debug_redact", 3);
        Map<String, PlainOption> service = new HashMap<>();
        add(service, FieldType.BOOL, "deprecated", 33);
        Map<String, PlainOption> method = new HashMap<>();
        add(method, FieldType.BOOL, "deprecated", 33);
        addEnum(method, "idempotency_level", 34, 0, "IDEMPOTENCY_UNKNOWN", "NO_SIDE_EFFECTS", "IDEMPOTENT");
        Map<String, PlainOption> none = Map.of();
        byKind = List.of(file, none, message, field, none, enumType, enumValue, service, method);
    }

    private static void add(Map<String, PlainOption> to, FieldType type, Object... namesAndNumbers) {
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            String name = (String) namesAndNumbers[i];
            to.put(name, new PlainOption(name, (Integer) namesAndNumbers[i + 1], type, 0, List.of()));
        }
    }

    private static void addEnum(
            Map<String, PlainOption> to, String name, int number, int firstValue, String... values) {
        to.put(name, new PlainOption(name, number, FieldType.ENUM, firstValue, List.of(values)));
    }

    /** The option with this name, or null where it is not a plain one. */
    static @Nullable PlainOption find(OptionsKind kind, String name) {
        return ofKind(kind).get(name);
    }

    /** The plain options of a kind of element, by name. */
    static Map<String, PlainOption> ofKind(OptionsKind kind) {
        return ALL.byKind.get(kind.ordinal());
    }
}
