package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.UninterpretedOption.NamePart;
import dev.sluice.schema.descriptor.UninterpretedOption.OptionValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses options, as statements and between brackets, without interpreting them. */
final class OptionParser {
    private static final byte[] NOTHING_ENCODED = {};

    private final Tokens tokens;
    private final LocationRecorder locations;
    private final AggregateText aggregates;

    OptionParser(Tokens tokens) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.aggregates = new AggregateText(tokens);
    }

    /** Parses {@code option name = value;} and adds it to the options of an element. */
    void statement(Span owner, int optionsTag, List<UninterpretedOption> options) {
        Span span = locations.open(owner, optionsTag);
        Span option = locations.open(span, Tag.UNINTERPRETED_OPTION, options.size());
        tokens.require(Word.OPTION, "\"option\"");
        options.add(assignment(option));
        tokens.endStatement(option);
        locations.close(option);
        locations.close(span);
    }

    /** Parses {@code name = value} and adds it to the options of an element. */
    void inBrackets(Span optionsSpan, List<UninterpretedOption> options) {
        Span option = locations.open(optionsSpan, Tag.UNINTERPRETED_OPTION, options.size());
        options.add(assignment(option));
        locations.close(option);
    }

    /** The options of an element, or null where it has none. */
    static @Nullable OptionsProto of(List<UninterpretedOption> options) {
        return options.isEmpty() ? null : ofBlock(options);
    }

    /** The options of an element that has a place for them, be it empty. */
    static OptionsProto ofBlock(List<UninterpretedOption> options) {
        return new OptionsProto(List.copyOf(options), NOTHING_ENCODED);
    }

    /** Whether an option with this plain name of one part is set to {@code true}. */
    static boolean isTrue(UninterpretedOption option, String name) {
        return isNamed(option, name)
                && option.name().size() == 1
                && option.value() instanceof UninterpretedOption.Identifier word
                && word.text().equals("true");
    }

    /** Whether the first part of an option's name is this plain name. */
    static boolean isNamed(UninterpretedOption option, String name) {
        NamePart first = option.name().get(0);
        return !first.extension() && first.text().equals(name);
    }

    private UninterpretedOption assignment(Span option) {
        List<NamePart> name = name(option);
        tokens.require('=', "\"=\" after the option's name");
        Span valueSpan = locations.open(option);
        OptionValue value = value(valueSpan);
        locations.close(valueSpan);
        return new UninterpretedOption(name, value);
    }

    private List<NamePart> name(Span option) {
        Span span = locations.open(option, Tag.Uninterpreted.NAME);
        NamePart first = namePart(span, 0);
        List<NamePart> name = List.of(first);
        if (tokens.at('.')) {
            List<NamePart> parts = new ArrayList<>();
            parts.add(first);
            while (tokens.accept('.')) {
                parts.add(namePart(span, parts.size()));
            }
            name = List.copyOf(parts);
        }
        locations.close(span);
        return name;
    }

    private NamePart namePart(Span name, int index) {
        Span part = locations.open(name, index);
        boolean extension = tokens.accept('(');
        Span text = locations.open(part, Tag.Uninterpreted.NAME_PART);
        String partName = extension
                ? tokens.dottedName("the name of an option's extension", true)
                : tokens.identifier("the name of an option");
        locations.close(text);
        if (extension) {
            tokens.require(')', "\")\" after the name of the option's extension");
        }
        locations.close(part);
        return new NamePart(partName, extension);
    }

    private OptionValue value(Span span) {
        boolean negative = tokens.accept('-');
        return switch (tokens.kind()) {
            case IDENTIFIER -> word(span, negative);
            case INTEGER -> integer(span, negative);
            case FLOAT -> decimal(span, negative);
            case STRING -> string(span, negative);
            case SYMBOL, END -> {
                if (!tokens.at('{')) {
                    throw tokens.expected("the value of the option");
                }
                locations.extend(span, Tag.Uninterpreted.AGGREGATE_VALUE);
                yield aggregates.read();
            }
        };
    }

    private OptionValue word(Span span, boolean negative) {
        locations.extend(span, Tag.Uninterpreted.IDENTIFIER_VALUE);
        if (!negative) {
            return new UninterpretedOption.Identifier(tokens.identifier("the value of the option"));
        }
        if (tokens.accept(Word.INF)) {
            return new UninterpretedOption.FloatValue(Double.NEGATIVE_INFINITY);
        }
        tokens.require(Word.NAN, "a number, \"inf\" or \"nan\" after \"-\"");
        return new UninterpretedOption.FloatValue(Double.NaN);
    }

    private OptionValue integer(Span span, boolean negative) {
        long max = negative ? Long.MIN_VALUE : NumberLiteral.UINT64_MAX;
        if (!NumberLiteral.fits(tokens.source(), tokens.start(), tokens.end(), max)) {
            return decimal(span, negative);
        }
        long value = tokens.literals().integer(max, "the value of the option");
        if (negative) {
            locations.extend(span, Tag.Uninterpreted.NEGATIVE_INT_VALUE);
            return new UninterpretedOption.NegativeInt(-value);
        }
        locations.extend(span, Tag.Uninterpreted.POSITIVE_INT_VALUE);
        return new UninterpretedOption.PositiveInt(value);
    }

    private OptionValue decimal(Span span, boolean negative) {
        locations.extend(span, Tag.Uninterpreted.DOUBLE_VALUE);
        double value = tokens.literals().number("the value of the option");
        return new UninterpretedOption.FloatValue(negative ? -value : value);
    }

    private OptionValue string(Span span, boolean negative) {
        if (negative) {
            throw tokens.fail("a string has no sign; remove the \"-\" before it");
        }
        locations.extend(span, Tag.Uninterpreted.STRING_VALUE);
        return new UninterpretedOption.StringBytes(tokens.literals().bytes("the value of the option"));
    }
}
