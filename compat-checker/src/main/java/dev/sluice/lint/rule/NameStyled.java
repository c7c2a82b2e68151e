package dev.sluice.lint.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.Service;

/** Names are in the style that generators expect. */
final class NameStyled<E extends Element> extends ElementRule<E> {
    private final NameStyle style;
    private final String what;

    private NameStyled(Class<E> kind, String id, NameStyle style, String what, String plural, String harm) {
        super(
                kind,
                id,
                "Names of " + plural + " are in " + style.title() + ".",
                harm,
                "Write it in " + style.title() + ", or ignore the rule where the name is already in use.",
                LintCategory.BASIC);
        this.style = style;
        this.what = what;
    }

    static ElementRule<EnumType> enums() {
        return type(EnumType.class, "ENUM_PASCAL_CASE", "enum", "enums");
    }

    static ElementRule<MessageType> messages() {
        return type(MessageType.class, "MESSAGE_PASCAL_CASE", "message", "messages");
    }

    static ElementRule<Rpc> rpcs() {
        return type(Rpc.class, "RPC_PASCAL_CASE", "RPC", "RPCs");
    }

    static ElementRule<Service> services() {
        return type(Service.class, "SERVICE_PASCAL_CASE", "service", "services");
    }

    private static <E extends Element> ElementRule<E> type(Class<E> kind, String id, String what, String plural) {
        return new NameStyled<>(
                kind,
                id,
                NameStyle.PASCAL_CASE,
                what,
                plural,
                "generators take it as it is, and the code looks foreign or clashes in other languages");
    }

    static ElementRule<EnumValue> enumValues() {
        return new NameStyled<>(
                EnumValue.class,
                "ENUM_VALUE_UPPER_SNAKE_CASE",
                NameStyle.UPPER_SNAKE_CASE,
                "enum value",
                "enum values",
                "JSON and generated code carry it as it is, unlike any other constant");
    }

    static ElementRule<Field> fields() {
        return member(Field.class, "FIELD_LOWER_SNAKE_CASE", "field", "fields");
    }

    static ElementRule<Oneof> oneofs() {
        return member(Oneof.class, "ONEOF_LOWER_SNAKE_CASE", "oneof", "oneofs");
    }

    private static <E extends Element> ElementRule<E> member(Class<E> kind, String id, String what, String plural) {
        return new NameStyled<>(
                kind,
                id,
                NameStyle.LOWER_SNAKE_CASE,
                what,
                plural,
                "generators cut it into words at underscores, and names in JSON and code come out wrong");
    }

    @Override
    void check(E element, Inspection inspection) {
        String styled = style.apply(element.name());
        if (!styled.equals(element.name())) {
            inspection.add(
                    this,
                    Spot.nameOf(element),
                    what + " \"" + element.name() + "\" is not in " + style.title() + " like \"" + styled + "\"");
        }
    }
}
