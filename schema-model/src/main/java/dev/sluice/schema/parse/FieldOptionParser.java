package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;

/** Parses a field's options between brackets, with the two that are no options: {@code default} and {@code json_name}. */
final class FieldOptionParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final Edition edition;
    private final OptionParser options;
    private final DefaultValue defaults;

    FieldOptionParser(Tokens tokens, Edition edition, OptionParser options) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.edition = edition;
        this.options = options;
        this.defaults = new DefaultValue(tokens);
    }

    /** Parses the options of a field, if it has any. */
    void parse(FieldDraft field) {
        if (!tokens.at('[')) {
            return;
        }
        Span span = locations.open(field.span, Tag.Field.OPTIONS);
        do {
            tokens.next();
            Word word = tokens.word();
            if (word == Word.DEFAULT) {
                defaultValue(field);
            } else if (word == Word.JSON_NAME) {
                jsonName(field);
            } else {
                options.inBrackets(span, field.options);
            }
        } while (tokens.at(','));
        tokens.require(']', "\",\" or \"]\" after an option");
        locations.close(span);
    }

    private void defaultValue(FieldDraft field) {
        if (field.defaultValue != null) {
            tokens.report("this field has a default already; remove one of them");
        }
        if (edition == Edition.PROTO3) {
            tokens.report("proto3 fields have no defaults of their own; remove it");
        }
        int start = tokens.start();
        tokens.next();
        tokens.require('=', "\"=\" after \"default\"");
        Span span = locations.openAt(
                field.span, Tag.Field.DEFAULT_VALUE, locations.wholeSettings() ? start : tokens.start());
        field.defaultValue = defaults.read(field.type);
        locations.close(span);
    }

    private void jsonName(FieldDraft field) {
        if (field.jsonName != null) {
            tokens.report("this field has a json_name already; remove one of them");
        }
        Span span = locations.open(field.span, Tag.Field.JSON_NAME);
        tokens.next();
        tokens.require('=', "\"=\" after \"json_name\"");
        Span valueSpan = locations.open(span);
        field.jsonName = tokens.literals().string("the JSON name as a string");
        locations.close(valueSpan);
        locations.close(span);
    }
}
