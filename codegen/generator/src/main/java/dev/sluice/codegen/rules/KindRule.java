package dev.sluice.codegen.rules;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A constraint of a kind, such as {@code string.min_len}, or one that an extension adds.
 *
 * @param field the field of the kind's rules that states it
 * @param path the way to it within the rules of its field, as the runtime's PathElement has it
 * @param expressions what defines it (buf.validate.predefined); none where protovalidate has that in its own code
 */
public record KindRule(Field field, String path, List<CelRule> expressions) {
    private static final List<String> NUMBERS = List.of("const", "in", "not_in", "finite");

    /** The rules that protovalidate-java checks first, in its order; others follow by number. */
    private static final Map<String, List<String>> FIRST = Map.of(
            "string",
            List.of(
                    "len",
                    "min_len",
                    "max_len",
                    "len_bytes",
                    "min_bytes",
                    "max_bytes",
                    "const",
                    "pattern",
                    "prefix",
                    "suffix",
                    "contains",
                    "not_contains"),
            "bytes",
            List.of("const", "len", "min_len", "max_len", "pattern", "prefix", "suffix", "contains"),
            "duration",
            List.of(),
            "timestamp",
            List.of(),
            "field_mask",
            List.of());

    public KindRule {
        expressions = List.copyOf(expressions);
    }

    /** The constraints of a kind that are set, in the order they are checked in. */
    static List<KindRule> of(Field kind, MessageValue rules, SchemaSet set) {
        List<String> first = FIRST.getOrDefault(kind.name(), NUMBERS);
        List<Field> fields = new ArrayList<>(rules.fields());
        fields.sort(Comparator.<Field>comparingInt(field -> rank(field, first)).thenComparingInt(Field::number));
        List<KindRule> found = new ArrayList<>();
        for (Field field : fields) {
            String path = FieldRules.step(kind) + "/" + FieldRules.step(field);
            Optional<MessageValue> predefined =
                    MessageValue.ofOptions(field, set).flatMap(options -> options.message("buf.validate.predefined"));
            found.add(new KindRule(
                    field,
                    path,
                    predefined.map(value -> CelRule.ofPredefined(value, path)).orElse(List.of())));
        }
        return List.copyOf(found);
    }

    private static int rank(Field field, List<String> first) {
        int rank = field.isExtension() ? -1 : first.indexOf(field.name());
        return rank < 0 ? first.size() : rank;
    }
}
