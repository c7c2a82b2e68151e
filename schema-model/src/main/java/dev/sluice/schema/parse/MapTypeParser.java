package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses {@code map<key, value>} and makes the entry message that stands for it. */
final class MapTypeParser {
    /** MessageOptions with map_entry (field 7) true. */
    private static final byte[] MAP_ENTRY_OPTIONS = {7 << 3, 1};

    private final Tokens tokens;
    private final FieldParser fields;

    MapTypeParser(Tokens tokens, FieldParser fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /** Parses from {@code <} to {@code >}. */
    MapType parse(FieldDraft field) {
        if (field.oneofIndex != FieldDraft.NO_ONEOF) {
            throw tokens.fail(field.start, "a oneof cannot have a map field; move it out, or wrap it in a message");
        }
        if (field.label != null) {
            throw tokens.fail(
                    field.start, "a map field has no label; remove \"optional\", \"required\" or \"repeated\"");
        }
        if (field.extendee != null) {
            throw tokens.fail(field.start, "a map field cannot be an extension; wrap it in a message");
        }
        field.label = FieldLabel.REPEATED;
        tokens.require('<', "\"<\" after \"map\"");
        Type key = type();
        tokens.require(',', "\",\" after the map's key type");
        Type value = type();
        tokens.require('>', "\">\" after the map's value type");
        return new MapType(key, value);
    }

    private Type type() {
        FieldType scalar = fields.scalar();
        return new Type(scalar, scalar == null ? fields.typeName() : null);
    }

    /** A key or value type: a scalar or a name. */
    record Type(@Nullable FieldType type, @Nullable String typeName) {}

    /** The types between the angle brackets. */
    record MapType(Type key, Type value) {

        /** Adds the entry message of a field to {@code messages} and returns the message's name. */
        String addEntry(FieldDraft field, List<MessageProto> messages) {
            String name = entryName(field.name);
            messages.add(new MessageProto(
                    name,
                    List.of(entryField("key", 1, key, field), entryField("value", 2, value, field)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    OptionsProto.encoded(MAP_ENTRY_OPTIONS),
                    List.of(),
                    List.of(),
                    Visibility.UNSET));
            return name;
        }

        private static FieldProto entryField(String name, int number, Type type, FieldDraft map) {
            return new FieldProto(
                    name,
                    number,
                    FieldLabel.OPTIONAL,
                    type.type,
                    type.typeName,
                    null,
                    null,
                    null,
                    FieldDraft.NO_ONEOF,
                    false,
                    OptionParser.of(inherited(map, type)));
        }

        /** The options of the map field that hold for its entry's fields too: features, and enforce_utf8 for strings. */
        private static List<UninterpretedOption> inherited(FieldDraft map, Type type) {
            if (map.options.isEmpty()) {
                return List.of();
            }
            List<UninterpretedOption> inherited = new ArrayList<>(0);
            for (UninterpretedOption option : map.options) {
                boolean utf8 = type.type == FieldType.STRING
                        && option.name().size() == 1
                        && OptionParser.isNamed(option, "enforce_utf8");
                if (utf8 || OptionParser.isNamed(option, "features")) {
                    inherited.add(option);
                }
            }
            return inherited;
        }

        /** {@code foo_bar} to {@code FooBarEntry}. */
        private static String entryName(String fieldName) {
            StringBuilder name = new StringBuilder(fieldName.length() + 5);
            boolean capital = true;
            for (int i = 0; i < fieldName.length(); i++) {
                char c = fieldName.charAt(i);
                if (c == '_') {
                    capital = true;
                } else {
                    name.append(capital && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                    capital = false;
                }
            }
            return name.append("Entry").toString();
        }
    }
}
