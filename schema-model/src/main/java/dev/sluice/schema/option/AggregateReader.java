package dev.sluice.schema.option;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.parse.AggregateTokens;
import dev.sluice.schema.wire.WireWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message in text format into wire form (protobuf.dev, Text Format Language Specification), with what protoc
 * checks of it.
 */
final class AggregateReader {
    private static final int MAX_DEPTH = 500;

    private final AggregateTokens tokens;
    private final OptionScope scope;
    private final FieldRules rules;
    private final AggregateScalars scalars;
    private final AggregateSkipper skipper;
    private int depth;

    AggregateReader(AggregateTokens tokens, OptionScope scope, FieldRules rules) {
        this.tokens = tokens;
        this.scope = scope;
        this.rules = rules;
        this.scalars = new AggregateScalars(tokens);
        this.skipper = new AggregateSkipper(tokens);
    }

    /**
     * Reads all tokens as the fields of one message.
     *
     * @throws AggregateException if they are not
     */
    WireWriter read(MessageType type) {
        MessageBuilder message = new MessageBuilder(type, rules);
        while (!tokens.atEnd()) {
            field(message);
        }
        return complete(message, tokens.offset());
    }

    private WireWriter complete(MessageBuilder message, int offset) {
        Field missing = message.missing();
        if (missing != null) {
            throw new AggregateException(
                    offset,
                    "required field \"" + missing.name() + "\" of "
                            + message.type().fullName() + " is missing; add it");
        }
        return message.build();
    }

    private void field(MessageBuilder message) {
        int offset = tokens.offset();
        Field field;
        if (tokens.accept('[')) {
            if (AnyValue.isAny(message.type())) {
                any(message, offset);
                separator();
                return;
            }
            field = extension(message.type());
        } else {
            String name = scalars.name("a field name");
            field = named(message.type(), name);
            if (field == null) {
                reservedOrUnknown(message.type(), name, offset);
                separator();
                return;
            }
        }
        if (!OptionRange.isFieldNumber(field.number()) && !rules.isMessageSet(message.type())) {
            throw new AggregateException(
                    offset, "field \"" + field.name() + "\" has the impossible number " + field.number());
        }
        checkNotSet(message, field, offset);
        boolean colon = tokens.accept(':');
        if (!colon && !field.type().isMessage()) {
            throw expected("\":\" after \"" + field.name() + "\"");
        }
        if (field.isRepeated() && tokens.accept('[')) {
            list(message, field);
        } else {
            value(message, field);
        }
        separator();
    }

    private void separator() {
        if (!tokens.accept(';')) {
            tokens.accept(',');
        }
    }

    private void list(MessageBuilder message, Field field) {
        if (tokens.accept(']')) {
            return;
        }
        value(message, field);
        while (!tokens.accept(']')) {
            if (!tokens.accept(',')) {
                throw expected("\",\" or \"]\" after a value of the list");
            }
            value(message, field);
        }
    }

    private void value(MessageBuilder message, Field field) {
        if (field.type().isMessage()) {
            message.message(field, message(field.message().orElseThrow()));
        } else {
            scalars.read(message, field);
        }
    }

    private WireWriter message(MessageType type) {
        if (depth == MAX_DEPTH) {
            throw new AggregateException(tokens.offset(), "messages are nested deeper than " + MAX_DEPTH);
        }
        depth++;
        char closing = opening();
        MessageBuilder message = new MessageBuilder(type, rules);
        while (!tokens.at('>') && !tokens.at('}')) {
            field(message);
        }
        int offset = tokens.offset();
        if (!tokens.accept(closing)) {
            throw expected("\"" + closing + "\"");
        }
        depth--;
        return complete(message, offset);
    }

    /** Steps over the opening brace or angle bracket; returns the one that closes it. */
    private char opening() {
        if (tokens.accept('<')) {
            return '>';
        }
        if (!tokens.accept('{')) {
            throw expected("\"{\"");
        }
        return '}';
    }

    private void checkNotSet(MessageBuilder message, Field field, int offset) {
        if (field.isRepeated()) {
            return;
        }
        if (message.has(field)) {
            throw new AggregateException(
                    offset, "field \"" + field.name() + "\" is set twice; it is not repeated, so remove one");
        }
        if (field.oneof().isPresent()) {
            for (Field other : field.oneof().get().fields()) {
                if (message.has(other)) {
                    throw new AggregateException(
                            offset,
                            "field \"" + field.name() + "\" is set along with \"" + other.name()
                                    + "\", another member of oneof \""
                                    + field.oneof().get().name() + "\"; remove one");
                }
            }
        }
    }

    /** The field with this name; a group goes by the name of its type. */
    private @Nullable Field named(MessageType type, String name) {
        Field field = type.field(name).orElse(null);
        if (field != null) {
            return field;
        }
        Field group = type.field(name.toLowerCase(Locale.ROOT)).orElse(null);
        return group != null
                        && isGroupLike(group)
                        && group.message().orElseThrow().name().equals(name)
                ? group
                : null;
    }

    private boolean isGroupLike(Field field) {
        MessageType type = field.message().orElse(null);
        return type != null
                && rules.isDelimited(field)
                && type.file() == field.file()
                && type.parent().equals(field.parent())
                && type.name().toLowerCase(Locale.ROOT).equals(field.name());
    }

    private Field extension(MessageType type) {
        int offset = tokens.offset();
        String name = scalars.dottedName("the name of an extension");
        if (!tokens.accept(']')) {
            throw expected("\"]\" after the name of an extension");
        }
        Element found = scope.find(OptionScope.around(type), name);
        if (found instanceof MessageType itemType && rules.isMessageSet(type)) {
            found = itemOf(type, itemType);
        }
        if (found instanceof Field field && field.isExtension() && field.containingMessage() == type) {
            return field;
        }
        throw new AggregateException(
                offset,
                found == null
                        ? scope.explainMissing(OptionScope.around(type), name)
                        : "\"" + name + "\" is not an extension of " + type.fullName());
    }

    /** The extension by which a message set holds messages of a type, declared inside that type. */
    private static @Nullable Field itemOf(MessageType messageSet, MessageType itemType) {
        for (Field extension : itemType.extensions()) {
            if (extension.containingMessage() == messageSet
                    && !extension.isRepeated()
                    && extension.message().orElse(null) == itemType) {
                return extension;
            }
        }
        return null;
    }

    private void reservedOrUnknown(MessageType type, String name, int offset) {
        if (!type.reservedNames().contains(name)) {
            throw new AggregateException(offset, type.fullName() + " has no field \"" + name + "\"");
        }
        skipper.fieldValue();
    }

    private void any(MessageBuilder message, int offset) {
        String domain = scalars.dottedName("a type URL");
        if (!tokens.accept('/')) {
            throw expected("\"/\" in a type URL: [type.googleapis.com/package.Message]");
        }
        String typeName = scalars.dottedName("the name of a message in a type URL");
        if (!tokens.accept(']')) {
            throw expected("\"]\" after a type URL");
        }
        tokens.accept(':');
        boolean known = domain.equals("type.googleapis.com") || domain.equals("type.googleprod.com");
        if (!known || !(scope.find("", "." + typeName) instanceof MessageType type)) {
            throw new AggregateException(
                    offset,
                    known
                            ? scope.explainMissing("", "." + typeName)
                            : "unknown type URL prefix \"" + domain + "\"; write type.googleapis.com");
        }
        AnyValue any = AnyValue.of(message.type());
        if (message.has(any.typeUrl()) || message.has(any.value())) {
            throw new AggregateException(offset, "this Any is set twice; remove one");
        }
        any.set(message, domain + "/" + typeName, message(type));
    }

    private AggregateException expected(String what) {
        return new AggregateException(tokens.offset(), "expected " + what + ", found " + tokens.shown());
    }
}
