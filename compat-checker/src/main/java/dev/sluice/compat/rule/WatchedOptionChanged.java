package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Elements keep the values of the custom options that a configuration names. */
final class WatchedOptionChanged extends ElementRule {
    private final List<String> options;

    WatchedOptionChanged() {
        this(List.of());
    }

    private WatchedOptionChanged(List<String> options) {
        super(
                "WATCHED_OPTION_SAME_VALUE",
                "Elements keep the values of the custom options that watched_options of sluice.yaml names.",
                "peers that were built by the old value act by another one than those built by the new",
                "Keep the value, or set it on a new element.",
                Category.STRICT);
        this.options = List.copyOf(options);
    }

    @Override
    ElementRule watching(List<String> names) {
        return new WatchedOptionChanged(names);
    }

    @Override
    public void check(Element old, Element now, Findings findings) {
        if (options.isEmpty()
                || Arrays.equals(old.options().encoded(), now.options().encoded())) {
            return;
        }
        for (String option : options) {
            String before = value(old, option);
            String after = value(now, option);
            if (!before.equals(after)) {
                Optional<Field> extension = now.file().set().extension(option);
                findings.add(
                        this,
                        extension
                                .map(field ->
                                        Anchor.optionOf(now, field.number()).or(now))
                                .orElse(Anchor.of(now)),
                        old,
                        old.fullName() + " " + option,
                        before + " -> " + after,
                        ElementWords.describe(old) + " changed option (" + option + ") from " + before + " to "
                                + after);
            }
        }
    }

    private static String value(Element element, String option) {
        List<Value> values = MessageValue.ofOptions(element, element.file().set())
                .map(options -> options.values(option))
                .orElse(List.of());
        List<String> shown = new ArrayList<>();
        for (Value value : values) {
            shown.add(show(value));
        }
        return shown.isEmpty() ? "nothing" : String.join(", ", shown);
    }

    private static String show(Value value) {
        if (value instanceof Value.Message message) {
            List<String> fields = new ArrayList<>();
            for (Field field : message.value().fields()) {
                for (Value inner : message.value().values(field)) {
                    fields.add(FieldWords.name(field) + ": " + show(inner));
                }
            }
            fields.sort(null);
            return "{" + String.join(", ", fields) + "}";
        }
        if (value instanceof Value.Bytes bytes) {
            return "0x" + HexFormat.of().formatHex(bytes.value());
        }
        if (value instanceof Value.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (value instanceof Value.EnumNumber number) {
            return number.declared().map(Element::name).orElse(String.valueOf(number.number()));
        }
        if (value instanceof Value.Unsigned number) {
            return Long.toUnsignedString(number.bits());
        }
        if (value instanceof Value.Decimal number) {
            return String.valueOf(number.value());
        }
        return value instanceof Value.Int number
                ? String.valueOf(number.value())
                : String.valueOf(((Value.Bool) value).value());
    }
}
