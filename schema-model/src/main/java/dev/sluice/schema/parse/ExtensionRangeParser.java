package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.ExtensionRangeProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses {@code extensions} statements. */
final class ExtensionRangeParser {
    /** Bounds ranges times options in a statement, as every option has locations in every range. */
    private static final int MAX_REPEATED_OPTIONS = 100_000;

    private final Tokens tokens;
    private final LocationRecorder locations;
    private final Edition edition;
    private final OptionParser options;

    ExtensionRangeParser(Tokens tokens, Edition edition, OptionParser options) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.edition = edition;
        this.options = options;
    }

    /** Parses a statement and adds its ranges to the message; their options hold for each of them. */
    void parse(MessageDraft message) {
        if (edition == Edition.PROTO3) {
            tokens.report("proto3 messages have no extension ranges; remove them, or use google.protobuf.Any");
        }
        Span span = locations.open(message.span, Tag.Message.EXTENSION_RANGE);
        tokens.require(Word.EXTENSIONS, "\"extensions\"");
        List<ExtensionRangeProto> ranges = message.extensionRanges;
        int first = ranges.size();
        while (true) {
            ranges.add(range(span, ranges.size()));
            if (!tokens.accept(',')) {
                break;
            }
        }
        if (tokens.at('[')) {
            OptionsProto rangeOptions = options(span, first, ranges.size());
            for (int i = first; i < ranges.size(); i++) {
                ExtensionRangeProto range = ranges.get(i);
                ranges.set(i, new ExtensionRangeProto(range.start(), range.end(), rangeOptions));
            }
        }
        tokens.endStatement(span);
        locations.close(span);
    }

    /** Replaces the mark for {@code max} once all options of the message are known. */
    void settleMaximum(MessageDraft message) {
        int end = MessageNumbers.MAX;
        for (int i = 0; i < message.extensionRanges.size(); i++) {
            ExtensionRangeProto range = message.extensionRanges.get(i);
            if (range.end() == MessageNumbers.MAX) {
                end = end == MessageNumbers.MAX ? MessageNumbers.endOfMaximum(message) : end;
                message.extensionRanges.set(i, new ExtensionRangeProto(range.start(), end, range.options()));
            }
        }
    }

    private ExtensionRangeProto range(Span parent, int index) {
        Span span = locations.open(parent, index);
        Span startSpan = locations.open(span, Tag.Range.START);
        int startOffset = tokens.start();
        int start = MessageNumbers.bounded(tokens, "a field number or range");
        locations.close(startSpan);
        int end = start + 1;
        if (tokens.accept(Word.TO)) {
            Span endSpan = locations.open(span, Tag.Range.END);
            end = MessageNumbers.end(tokens);
            locations.close(endSpan);
        } else {
            locations.record(span, Tag.Range.END, startOffset, tokens.previousEnd());
        }
        locations.close(span);
        return new ExtensionRangeProto(start, end, null);
    }

    private @Nullable OptionsProto options(Span statement, int first, int end) {
        int recorded = locations.size();
        Span span = locations.open(statement, first, Tag.Range.OPTIONS);
        List<UninterpretedOption> rangeOptions = new ArrayList<>(1);
        do {
            tokens.next();
            options.inBrackets(span, rangeOptions);
        } while (tokens.at(','));
        tokens.require(']', "\",\" or \"]\" after an option");
        locations.close(span);
        int recordedEnd = locations.size();
        if ((long) (end - first) * rangeOptions.size() > MAX_REPEATED_OPTIONS) {
            throw tokens.fail("too many extension ranges with too many options; split the statement");
        }
        for (int i = first + 1; i < end; i++) {
            locations.repeat(recorded, recordedEnd, statement.path.length, i);
        }
        return OptionParser.of(rangeOptions);
    }
}
