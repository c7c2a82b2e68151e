package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.NumberRange;
import java.util.List;

/** Parses {@code reserved} statements of messages and enums. */
final class ReservedParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final Edition edition;

    ReservedParser(Tokens tokens, Edition edition) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.edition = edition;
    }

    /** Parses a statement in a message; ends of ranges are exclusive. */
    void parse(MessageDraft message) {
        parse(
                message.span,
                Tag.Message.RESERVED_RANGE,
                Tag.Message.RESERVED_NAME,
                message.reservedRanges,
                message.reservedNames,
                false);
    }

    /** Parses a statement in an enum; numbers may be negative, ends of ranges are inclusive. */
    void parseInEnum(Span enumSpan, List<NumberRange> ranges, List<String> names) {
        parse(enumSpan, Tag.Enum.RESERVED_RANGE, Tag.Enum.RESERVED_NAME, ranges, names, true);
    }

    /** Replaces the mark for {@code max} once all options of the message are known. */
    void settleMaximum(MessageDraft message) {
        int end = MessageNumbers.MAX;
        for (int i = 0; i < message.reservedRanges.size(); i++) {
            NumberRange range = message.reservedRanges.get(i);
            if (range.end() == MessageNumbers.MAX) {
                end = end == MessageNumbers.MAX ? MessageNumbers.endOfMaximum(message) : end;
                message.reservedRanges.set(i, new NumberRange(range.start(), end));
            }
        }
    }

    private void parse(
            Span owner, int rangeTag, int nameTag, List<NumberRange> ranges, List<String> names, boolean inEnum) {
        int start = tokens.start();
        tokens.require(Word.RESERVED, "\"reserved\"");
        boolean quoted = tokens.kind() == TokenKind.STRING;
        boolean named = quoted || tokens.kind() == TokenKind.IDENTIFIER;
        if (named) {
            refuseOtherNotation(quoted);
        }
        Span span = locations.openAt(owner, named ? nameTag : rangeTag, start);
        if (named) {
            names(span, names);
        } else {
            ranges(span, ranges, inEnum);
        }
        tokens.endStatement(span);
        locations.close(span);
    }

    private void refuseOtherNotation(boolean quoted) {
        if (quoted && edition.isEdition()) {
            throw tokens.fail("in editions a reserved name is written without quotes; remove them");
        }
        if (!quoted && !edition.isEdition()) {
            throw tokens.fail("before editions a reserved name is written as a string; put it in quotes");
        }
    }

    private void names(Span parent, List<String> names) {
        do {
            Span span = locations.open(parent, names.size());
            names.add(
                    edition.isEdition()
                            ? tokens.identifier("a name to reserve")
                            : tokens.literals().string("a name to reserve, in quotes"));
            locations.close(span);
        } while (tokens.accept(','));
    }

    private void ranges(Span parent, List<NumberRange> ranges, boolean inEnum) {
        do {
            Span span = locations.open(parent, ranges.size());
            Span startSpan = locations.open(span, Tag.Range.START);
            int startOffset = tokens.start();
            int start = inEnum
                    ? tokens.literals().signedInt32("a name, number or range to reserve")
                    : MessageNumbers.bounded(tokens, "a name, number or range to reserve");
            locations.close(startSpan);
            int end = inEnum ? start : start + 1;
            if (tokens.accept(Word.TO)) {
                Span endSpan = locations.open(span, Tag.Range.END);
                end = inEnum ? enumEnd() : MessageNumbers.end(tokens);
                locations.close(endSpan);
            } else {
                recordSingle(span, startOffset);
            }
            locations.close(span);
            ranges.add(new NumberRange(start, end));
        } while (tokens.accept(','));
    }

    /** The end of a single number is where its first token is: of a negative number, the sign. */
    private void recordSingle(Span span, int start) {
        int end = tokens.source()[start] == '-' ? start + 1 : tokens.previousEnd();
        locations.record(span, Tag.Range.END, start, end);
    }

    private int enumEnd() {
        return tokens.accept(Word.MAX)
                ? Integer.MAX_VALUE
                : tokens.literals().signedInt32("a number or \"max\" after \"to\"");
    }
}
