package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.UninterpretedOption.Aggregate;
import dev.sluice.schema.descriptor.UninterpretedOption.Identifier;
import dev.sluice.schema.descriptor.UninterpretedOption.OptionValue;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.parse.AggregateTokens;
import dev.sluice.schema.parse.Names;
import dev.sluice.schema.wire.WireType;
import dev.sluice.schema.wire.WireWriter;

/** Writes one option statement: the value, wrapped in the messages its name leads through. */
final class StatementWriter {
    private final OptionScope scope;
    private final Names names;

    StatementWriter(OptionScope scope, Names names) {
        this.scope = scope;
        this.names = names;
    }

    /**
     * Writes an option as a field of the options message.
     *
     * @throws OptionException if the value is not one of the option's type
     * @throws AggregateException if it is a message in text format with an error in it
     */
    WireWriter write(Field[] path, OptionValue value, FieldRules rules) {
        WireWriter inner = new WireWriter();
        value(path[path.length - 1], value, rules, inner);
        for (int i = path.length - 2; i >= 0; i--) {
            WireWriter outer = new WireWriter();
            message(path[i], inner, rules, outer);
            inner = outer;
        }
        return inner;
    }

    private void value(Field field, OptionValue value, FieldRules rules, WireWriter to) {
        if (field.type().isMessage()) {
            if (!(value instanceof Aggregate aggregate)) {
                throw new OptionException(
                        ScalarValue.partOf(value),
                        "option \"" + field.name() + "\" is a message; write " + field.name()
                                + " = { ... }, or set a field of it: " + field.name() + ".x = value");
            }
            AggregateReader reader = new AggregateReader(new AggregateTokens(aggregate, names), scope, rules);
            message(field, reader.read(field.message().orElseThrow()), rules, to);
            return;
        }
        to.tag(field.number(), ScalarWriter.wireType(field.type()));
        if (field.type() == FieldType.ENUM) {
            to.rawVarint(enumNumber(field, value));
        } else {
            ScalarValue.write(field.type(), value, to);
        }
    }

    private static void message(Field field, WireWriter content, FieldRules rules, WireWriter to) {
        if (rules.isDelimited(field)) {
            to.tag(field.number(), WireType.START_GROUP);
            to.raw(content);
            to.tag(field.number(), WireType.END_GROUP);
        } else {
            to.message(field.number(), content);
        }
    }

    private static int enumNumber(Field field, OptionValue value) {
        EnumType type = field.enumType().orElseThrow();
        if (!(value instanceof Identifier identifier)) {
            throw new OptionException(
                    ScalarValue.partOf(value), "the value must be the name of a value of enum " + type.fullName());
        }
        EnumValue constant = type.value(identifier.text()).orElse(null);
        if (constant == null) {
            throw new OptionException(
                    OptionException.IDENTIFIER_VALUE,
                    "enum " + type.fullName() + " has no value \"" + identifier.text() + "\"");
        }
        return constant.number();
    }
}
