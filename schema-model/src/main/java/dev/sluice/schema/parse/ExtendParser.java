package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FieldProto;
import java.util.List;

/** Parses {@code extend} blocks. */
final class ExtendParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final FieldParser fields;

    ExtendParser(Tokens tokens, FieldParser fields) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.fields = fields;
    }

    /** Parses a block and adds its fields to {@code extensions}. */
    void parse(Scope scope, int extensionTag, List<FieldProto> extensions) {
        int start = tokens.start();
        Span span = locations.open(scope.span(), extensionTag);
        tokens.require(Word.EXTEND, "\"extend\"");
        int extendeeStart = tokens.start();
        String extendee = tokens.messageName("the name of the message to extend");
        int extendeeEnd = tokens.previousEnd();
        tokens.openBlock(span, "extend block");
        if (tokens.at('}')) {
            tokens.report(start, "this extend block has no fields; add one or remove it");
        }
        while (!tokens.acceptEndOfBlock("extend block", start)) {
            try {
                Span fieldSpan = locations.open(span, extensions.size());
                locations.record(fieldSpan, Tag.Field.EXTENDEE, extendeeStart, extendeeEnd);
                FieldDraft field = new FieldDraft(fieldSpan, tokens.start(), extendee, FieldDraft.NO_ONEOF);
                fields.label(field, tokens.word());
                fields.parse(field, scope, extensions);
            } catch (StatementError reported) {
                tokens.skipStatement();
            }
        }
        locations.close(span);
    }
}
