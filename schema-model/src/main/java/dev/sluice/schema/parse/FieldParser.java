package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses fields: of messages, oneofs and extend blocks; scalars, named types, groups and maps. */
final class FieldParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final Edition edition;
    private final FieldOptionParser options;
    private final MessageParser messages;
    private final MapTypeParser maps;

    FieldParser(Tokens tokens, Edition edition, OptionParser options, MessageParser messages) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.edition = edition;
        this.options = new FieldOptionParser(tokens, edition, options);
        this.messages = messages;
        this.maps = new MapTypeParser(tokens, this);
    }

    /** Parses the label, if {@code word}, the current token, is one. */
    void label(FieldDraft field, Word word) {
        FieldLabel label;
        if (word == Word.OPTIONAL) {
            label = FieldLabel.OPTIONAL;
            field.proto3Optional = edition == Edition.PROTO3;
            if (edition.isEdition()) {
                tokens.report("editions have no \"optional\": fields track presence unless features.field_presence says"
                        + " otherwise; remove it");
            }
        } else if (word == Word.REPEATED) {
            label = FieldLabel.REPEATED;
        } else if (word == Word.REQUIRED) {
            label = FieldLabel.REQUIRED;
            refuseRequired();
        } else {
            return;
        }
        Span span = locations.open(field.span, Tag.Field.LABEL);
        tokens.next();
        locations.close(span);
        field.label = label;
    }

    private void refuseRequired() {
        if (edition.isEdition()) {
            tokens.report(
                    "editions have no \"required\"; set the option features.field_presence = LEGACY_REQUIRED instead");
        } else if (edition == Edition.PROTO3) {
            tokens.report("proto3 has no \"required\" fields; remove the label");
        }
    }

    /** Parses a field from its type on, closes its location and adds it to {@code fields}. */
    void parse(FieldDraft field, Scope scope, List<FieldProto> fields) {
        MapTypeParser.@Nullable MapType map = type(field);
        int nameStart = tokens.start();
        Span nameSpan = locations.open(field.span, Tag.Field.NAME);
        field.name = tokens.identifier("the name of the field");
        locations.close(nameSpan);
        int nameEnd = tokens.previousEnd();
        tokens.require('=', "\"=\" and the field's number");
        Span numberSpan = locations.open(field.span, Tag.Field.NUMBER);
        field.number = tokens.literals().int32("the field's number");
        locations.close(numberSpan);
        options.parse(field);
        if (field.type == FieldType.GROUP) {
            group(field, scope, nameStart, nameEnd);
        } else {
            tokens.endStatement(field.span);
        }
        if (map != null) {
            scope.nestedDepth(tokens, field.start);
            field.typeName = map.addEntry(field, scope.messages());
        }
        locations.close(field.span);
        fields.add(field.build());
    }

    private MapTypeParser.@Nullable MapType type(FieldDraft field) {
        Span span = locations.open(field.span);
        MapTypeParser.@Nullable MapType map = null;
        if (tokens.accept(Word.MAP)) {
            if (tokens.at('<')) {
                map = maps.parse(field);
            } else {
                field.typeName = Word.MAP.text();
            }
        }
        if (map == null) {
            defaultLabel(field);
            if (field.typeName == null) {
                field.type = scalar();
                field.typeName = field.type == null ? typeName() : null;
            }
        }
        locations.extend(span, field.type == null ? Tag.Field.TYPE_NAME : Tag.Field.TYPE);
        locations.close(span);
        return map;
    }

    private void defaultLabel(FieldDraft field) {
        if (field.label != null) {
            return;
        }
        if (edition == Edition.PROTO2 && field.oneofIndex == FieldDraft.NO_ONEOF) {
            tokens.report(
                    field.start, "expected \"optional\", \"required\" or \"repeated\": proto2 fields need a label");
        }
        field.label = FieldLabel.OPTIONAL;
    }

    /** Steps over a scalar type or {@code group}; null where the type is a name. */
    @Nullable
    FieldType scalar() {
        FieldType type = tokens.word().type();
        if (type != null) {
            if (type == FieldType.GROUP) {
                refuseGroup();
            }
            tokens.next();
        }
        return type;
    }

    private void refuseGroup() {
        if (edition.isEdition()) {
            tokens.report("editions have no groups; use a message field with features.message_encoding = DELIMITED");
        } else if (edition == Edition.PROTO3) {
            tokens.report("proto3 has no groups; declare a message and a field of its type");
        }
    }

    /** The name of a message or enum. */
    String typeName() {
        return tokens.dottedName("the type of the field", true);
    }

    private void group(FieldDraft field, Scope scope, int nameStart, int nameEnd) {
        Span span = locations.openAt(
                scope.span(), scope.nestedTag(), scope.messages().size(), field.start);
        locations.record(span, Tag.Message.NAME, nameStart, nameEnd);
        locations.record(field.span, Tag.Field.TYPE_NAME, nameStart, nameEnd);
        String groupName = field.name;
        if (groupName.charAt(0) < 'A' || groupName.charAt(0) > 'Z') {
            tokens.report(nameStart, "the name of a group begins with a capital letter, as it is also a message");
        }
        field.name = groupName.toLowerCase(Locale.ROOT);
        field.typeName = groupName;
        messages.parseGroup(scope, groupName, span, field.start);
        locations.close(span);
    }
}
