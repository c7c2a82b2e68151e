package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.EnumValueProto;
import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses enums. */
final class EnumParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final OptionParser options;
    private final ReservedParser reserved;

    EnumParser(Tokens tokens, Edition edition, OptionParser options) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.options = options;
        this.reserved = new ReservedParser(tokens, edition);
    }

    /** Parses {@code enum Name { ... }} and adds it to {@code enums}. */
    void parse(Span parent, int enumTag, List<EnumProto> enums, Visibility visibility) {
        int start = tokens.start();
        Span span = locations.open(parent, enumTag, enums.size());
        tokens.require(Word.ENUM, "\"enum\"");
        Span nameSpan = locations.open(span, Tag.Enum.NAME);
        String name = tokens.identifier("the name of the enum");
        locations.close(nameSpan);
        List<EnumValueProto> values = new ArrayList<>();
        List<UninterpretedOption> enumOptions = new ArrayList<>(0);
        List<NumberRange> reservedRanges = new ArrayList<>(0);
        List<String> reservedNames = new ArrayList<>(0);
        tokens.openBlock(span, "enum");
        while (!tokens.acceptEndOfBlock("enum", start)) {
            try {
                Word word = tokens.word();
                if (word == Word.OPTION) {
                    options.statement(span, Tag.Enum.OPTIONS, enumOptions);
                } else if (word == Word.RESERVED) {
                    reserved.parseInEnum(span, reservedRanges, reservedNames);
                } else if (!tokens.acceptEmptyStatement()) {
                    value(span, values);
                }
            } catch (StatementError reported) {
                tokens.skipStatement();
            }
        }
        locations.close(span);
        checkAlias(start, enumOptions, values);
        enums.add(new EnumProto(
                name,
                List.copyOf(values),
                OptionParser.of(enumOptions),
                List.copyOf(reservedRanges),
                List.copyOf(reservedNames),
                visibility));
    }

    private void value(Span parent, List<EnumValueProto> values) {
        Span span = locations.open(parent, Tag.Enum.VALUE, values.size());
        Span nameSpan = locations.open(span, Tag.EnumValue.NAME);
        String name = tokens.identifier("the name of an enum value");
        locations.close(nameSpan);
        tokens.require('=', "\"=\" and the enum value's number");
        Span numberSpan = locations.open(span, Tag.EnumValue.NUMBER);
        int number = tokens.literals().signedInt32("the enum value's number");
        locations.close(numberSpan);
        List<UninterpretedOption> valueOptions = List.of();
        if (tokens.at('[')) {
            valueOptions = new ArrayList<>(1);
            Span optionsSpan = locations.open(span, Tag.EnumValue.OPTIONS);
            do {
                tokens.next();
                options.inBrackets(optionsSpan, valueOptions);
            } while (tokens.at(','));
            tokens.require(']', "\",\" or \"]\" after an option");
            locations.close(optionsSpan);
        }
        tokens.endStatement(span);
        locations.close(span);
        values.add(new EnumValueProto(name, number, OptionParser.of(valueOptions)));
    }

    /** The first allow_alias must be true, and then two values must share a number. */
    private void checkAlias(int start, List<UninterpretedOption> enumOptions, List<EnumValueProto> values) {
        for (UninterpretedOption option : enumOptions) {
            if (option.name().size() == 1 && OptionParser.isNamed(option, "allow_alias")) {
                if (!OptionParser.isTrue(option, "allow_alias")) {
                    tokens.report(start, "allow_alias = false has no effect; remove the option");
                } else if (!haveAlias(values)) {
                    tokens.report(start, "allow_alias is set, but no two values share a number; remove the option");
                }
                return;
            }
        }
    }

    private static boolean haveAlias(List<EnumValueProto> values) {
        Set<Integer> numbers = new HashSet<>();
        for (EnumValueProto value : values) {
            if (!numbers.add(value.number())) {
                return true;
            }
        }
        return false;
    }
}
