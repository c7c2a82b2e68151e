package dev.sluice.lint.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elements have a comment that says something. */
final class Commented<E extends Element> extends ElementRule<E> {
    private static final String HARM = "who reads it, or what is generated from it, must guess what it means";
    private static final String ADVICE = "Write a comment above it.";

    private final String what;

    private Commented(Class<E> kind, String id, String what, String plural) {
        super(kind, id, plural + " have a comment.", HARM, ADVICE, LintCategory.COMMENTS);
        this.what = what;
    }

    static ElementRule<EnumType> enums() {
        return new Commented<>(EnumType.class, "COMMENT_ENUM", "enum", "Enums");
    }

    static ElementRule<EnumValue> enumValues() {
        return new Commented<>(EnumValue.class, "COMMENT_ENUM_VALUE", "enum value", "Enum values");
    }

    static ElementRule<Field> fields() {
        return new Commented<>(Field.class, "COMMENT_FIELD", "field", "Fields");
    }

    static ElementRule<MessageType> messages() {
        return new Commented<>(MessageType.class, "COMMENT_MESSAGE", "message", "Messages");
    }

    static ElementRule<Oneof> oneofs() {
        return new Commented<>(Oneof.class, "COMMENT_ONEOF", "oneof", "Oneofs");
    }

    static ElementRule<Rpc> rpcs() {
        return new Commented<>(Rpc.class, "COMMENT_RPC", "RPC", "RPCs");
    }

    static ElementRule<Service> services() {
        return new Commented<>(Service.class, "COMMENT_SERVICE", "service", "Services");
    }

    @Override
    void check(E element, Inspection inspection) {
        if (isGroup(element)) {
            return;
        }
        Optional<Location> location = inspection.locations(element.file()).find(element.path());
        if (location.isPresent() && !saysSomething(location.get().leadingComments())) {
            inspection.add(this, Spot.of(element), what + " \"" + element.name() + "\" has no comment");
        }
    }

    /** Whether the element is the field of a group: the comment above it is that of the group's message. */
    private static boolean isGroup(Element element) {
        return element instanceof Field field && field.type() == FieldType.GROUP;
    }

    private static boolean saysSomething(@Nullable String comment) {
        return comment != null
                && comment.lines().map(String::strip).anyMatch(line -> !line.isEmpty() && !IgnoreComment.matches(line));
    }
}
