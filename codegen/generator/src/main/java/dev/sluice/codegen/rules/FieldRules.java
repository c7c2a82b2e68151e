package dev.sluice.codegen.rules;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The constraints on a field, or on the elements, keys or values of one.
 *
 * @param required whether the field must be set
 * @param ignore when the constraints do not apply
 * @param kind the rules' name in FieldRules ({@code string}, {@code uint32}, {@code map}), empty where there are none
 * @param values the constraints of that kind by name, without those that only document
 * @param ofKind the constraints of that kind as they are written, or null where there are none
 * @param kindRules the constraints of that kind in the order they are checked in
 * @param cel the expressions
 */
public record FieldRules(
        boolean required,
        Ignore ignore,
        String kind,
        Map<String, List<Value>> values,
        @Nullable MessageValue ofKind,
        List<KindRule> kindRules,
        List<CelRule> cel) {
    /** No constraints. */
    public static final FieldRules NONE =
            new FieldRules(false, Ignore.UNSPECIFIED, "", Map.of(), null, List.of(), List.of());

    /** When constraints do not apply (buf.validate.Ignore). */
    public enum Ignore {
        /** Where the field has presence and is absent; nothing else is said. */
        UNSPECIFIED,
        /** Where the field has presence and is absent. */
        NEVER,
        /** Also where it holds its zero value. */
        IF_ZERO,
        /** Never at all. */
        ALWAYS
    }

    /** The constraints of a field. */
    public static FieldRules of(Field field, SchemaSet set) {
        return MessageValue.ofOptions(field, set)
                .flatMap(options -> options.message("buf.validate.field"))
                .map(rules -> of(rules, set))
                .orElse(NONE);
    }

    /** A field as a step, in the form the runtime's PathElement has it. */
    public static String step(Field field) {
        int type = field.isDelimited() ? FieldType.GROUP.number() : field.type().number();
        return (field.isExtension() ? "[" + field.fullName() + "]" : field.name()) + ":" + field.number() + ":" + type;
    }

    private static FieldRules of(MessageValue rules, SchemaSet set) {
        String kind = "";
        MessageValue written = null;
        List<KindRule> kindRules = List.of();
        Map<String, List<Value>> values = new TreeMap<>();
        for (Field part : rules.fields()) {
            if (part.oneof().isPresent() && part.realOneof().isPresent()) {
                kind = part.name();
                MessageValue ofKind = rules.message(kind).orElseThrow();
                written = ofKind;
                kindRules = KindRule.of(part, ofKind, set);
                for (Field rule : ofKind.fields()) {
                    if (!rule.name().equals("example")) {
                        values.put(rule.isExtension() ? rule.fullName() : rule.name(), ofKind.values(rule));
                    }
                }
            }
        }
        return new FieldRules(
                rules.bool("required").orElse(false),
                ignore(rules),
                kind,
                values,
                written,
                kindRules,
                CelRule.ofField(rules));
    }

    private static Ignore ignore(MessageValue rules) {
        Optional<Value.EnumNumber> ignore = rules.enumNumber("ignore");
        if (ignore.isEmpty()) {
            return Ignore.UNSPECIFIED;
        }
        return switch (ignore.get().number()) {
            case 1 -> Ignore.IF_ZERO;
            case 3 -> Ignore.ALWAYS;
            default -> Ignore.NEVER;
        };
    }

    /** These rules, ignored for zeros unless they say something else themselves. */
    public FieldRules ignoringZero() {
        return ignore == Ignore.UNSPECIFIED
                ? new FieldRules(required, Ignore.IF_ZERO, kind, values, ofKind, kindRules, cel)
                : this;
    }

    /** These rules without those of a kind. */
    public FieldRules withoutKind() {
        return new FieldRules(required, ignore, "", Map.of(), null, List.of(), cel);
    }

    /** The constraint with this name, of several values the last. */
    public Optional<Value> value(String name) {
        List<Value> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether a constraint that is on or off is on. */
    public boolean isOn(String name) {
        return value(name).orElse(null) instanceof Value.Bool bool && bool.value();
    }

    /** A count or length, as an unsigned 64-bit number. */
    public Optional<Long> count(String name) {
        return value(name).orElse(null) instanceof Value.Unsigned count ? Optional.of(count.bits()) : Optional.empty();
    }

    /** A text. */
    public Optional<String> text(String name) {
        return value(name).orElse(null) instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The constraints on elements ({@code items}), keys or values of a repeated or map field. */
    public FieldRules within(String part, SchemaSet set) {
        return value(part).orElse(null) instanceof Value.Message message ? of(message.value(), set) : NONE;
    }

    /** Whether nothing is constrained. */
    public boolean isEmpty() {
        return !required && values.isEmpty() && cel.isEmpty() || ignore == Ignore.ALWAYS;
    }
}
