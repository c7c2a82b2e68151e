package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.OneofProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import java.util.ArrayList;
import java.util.List;

/** Parses oneofs. */
final class OneofParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final OptionParser options;
    private final FieldParser fields;

    OneofParser(Tokens tokens, OptionParser options, FieldParser fields) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.options = options;
        this.fields = fields;
    }

    /** Parses {@code oneof name { ... }} and adds it and its fields to the message. */
    void parse(MessageDraft message) {
        int start = tokens.start();
        int index = message.oneofs.size();
        Span span = locations.open(message.span, Tag.Message.ONEOF, index);
        tokens.require(Word.ONEOF, "\"oneof\"");
        Span nameSpan = locations.open(span, Tag.Oneof.NAME);
        String name = tokens.identifier("the name of the oneof");
        locations.close(nameSpan);
        tokens.openBlock(span, "oneof");
        if (tokens.at('}')) {
            tokens.report(start, "this oneof has no fields; add one or remove it");
        }
        List<UninterpretedOption> oneofOptions = new ArrayList<>(0);
        // Added before its fields are read, so that a second oneof gets the next index whatever happens in this one.
        message.oneofs.add(new OneofProto(name, null));
        while (!tokens.acceptEndOfBlock("oneof", start)) {
            try {
                if (tokens.at(Word.OPTION)) {
                    options.statement(span, Tag.Oneof.OPTIONS, oneofOptions);
                } else {
                    field(message, index);
                }
            } catch (StatementError reported) {
                tokens.skipStatement();
            }
        }
        locations.close(span);
        message.oneofs.set(index, new OneofProto(name, OptionParser.of(oneofOptions)));
    }

    private void field(MessageDraft message, int index) {
        Word word = tokens.word();
        if (word == Word.OPTIONAL || word == Word.REQUIRED || word == Word.REPEATED) {
            tokens.report("a field of a oneof has no label; remove \"" + word.text() + "\"");
            tokens.next();
        }
        Span span = locations.open(message.span, Tag.Message.FIELD, message.fields.size());
        FieldDraft field = new FieldDraft(span, tokens.start(), null, index);
        fields.parse(field, message.scope, message.fields);
    }
}
