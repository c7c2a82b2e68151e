package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.Visibility;

/** Parses messages and the bodies of groups. */
final class MessageParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final Edition edition;
    private final OptionParser options;
    private final EnumParser enums;
    private final FieldParser fields;
    private final ExtendParser extensions;
    private final OneofParser oneofs;
    private final ExtensionRangeParser extensionRanges;
    private final ReservedParser reserved;
    private final VisibilityParser visibilities;

    MessageParser(Tokens tokens, Edition edition, OptionParser options, EnumParser enums) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.edition = edition;
        this.options = options;
        this.enums = enums;
        this.fields = new FieldParser(tokens, edition, options, this);
        this.extensions = new ExtendParser(tokens, fields);
        this.oneofs = new OneofParser(tokens, options, fields);
        this.extensionRanges = new ExtensionRangeParser(tokens, edition, options);
        this.reserved = new ReservedParser(tokens, edition);
        this.visibilities = new VisibilityParser(tokens, edition);
    }

    /** The parser of the file's extend blocks. */
    ExtendParser extensions() {
        return extensions;
    }

    /** Parses {@code message Name { ... }} and adds it to its scope. */
    void parse(Scope scope, Visibility visibility) {
        int start = tokens.start();
        int depth = scope.nestedDepth(tokens, start);
        Span span =
                locations.open(scope.span(), scope.nestedTag(), scope.messages().size());
        tokens.require(Word.MESSAGE, "\"message\"");
        Span nameSpan = locations.open(span, Tag.Message.NAME);
        MessageDraft message = new MessageDraft(tokens.identifier("the name of the message"), span, depth);
        locations.close(nameSpan);
        body(message, "message", start);
        locations.close(span);
        if (edition == Edition.PROTO3) {
            SyntheticOneofs.add(message, tokens, start);
        }
        scope.messages().add(message.build(visibility));
    }

    /** Parses the body of a group, whose location is open, and adds its message to the field's scope. */
    void parseGroup(Scope scope, String name, Span span, int start) {
        MessageDraft message = new MessageDraft(name, span, scope.nestedDepth(tokens, start));
        body(message, "group", start);
        scope.messages().add(message.build(Visibility.UNSET));
    }

    private void body(MessageDraft message, String what, int start) {
        tokens.openBlock(message.span, what);
        while (!tokens.acceptEndOfBlock(what, start)) {
            try {
                statement(message);
            } catch (StatementError reported) {
                tokens.skipStatement();
            }
        }
        extensionRanges.settleMaximum(message);
        reserved.settleMaximum(message);
        refuseMapEntry(message, start);
    }

    private void statement(MessageDraft message) {
        if (tokens.acceptEmptyStatement()) {
            return;
        }
        Visibility visibility = visibilities.read();
        Word word = tokens.word();
        if (word == Word.MESSAGE) {
            parse(message.scope, visibility);
        } else if (word == Word.ENUM) {
            enums.parse(message.span, Tag.Message.ENUM, message.enums, visibility);
        } else if (word == Word.EXTENSIONS) {
            extensionRanges.parse(message);
        } else if (word == Word.RESERVED) {
            reserved.parse(message);
        } else if (word == Word.EXTEND) {
            extensions.parse(message.scope, Tag.Message.EXTENSION, message.extensions);
        } else if (word == Word.OPTION) {
            options.statement(message.span, Tag.Message.OPTIONS, message.options);
        } else if (word == Word.ONEOF) {
            oneofs.parse(message);
        } else {
            Span span = locations.open(message.span, Tag.Message.FIELD, message.fields.size());
            FieldDraft field = new FieldDraft(span, tokens.start(), null, FieldDraft.NO_ONEOF);
            fields.label(field, word);
            fields.parse(field, message.scope, message.fields);
        }
    }

    private void refuseMapEntry(MessageDraft message, int start) {
        for (UninterpretedOption option : message.options) {
            if (OptionParser.isNamed(option, "map_entry")) {
                tokens.report(start, "map_entry is not for use in schemas; declare a map<key, value> field instead");
            }
        }
    }
}
