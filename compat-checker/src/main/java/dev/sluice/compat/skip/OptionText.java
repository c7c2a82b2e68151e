package dev.sluice.compat.skip;

import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options as text that is equal only where the options are. */
final class OptionText {
    private OptionText() {}

    /** All options. */
    static String of(@Nullable OptionsProto options) {
        return options == null ? "" : Arrays.toString(options.encoded()) + written(options, "");
    }

    /** The features among them. */
    static String features(@Nullable OptionsProto options) {
        return options == null ? "" : Arrays.toString(options.encoded()) + written(options, "features");
    }

    /** Whether one of these standard options is among them. */
    static boolean names(@Nullable OptionsProto options, Set<String> standard) {
        if (options == null) {
            return false;
        }
        for (UninterpretedOption option : options.uninterpreted()) {
            UninterpretedOption.NamePart part = option.name().get(0);
            if (!part.extension() && standard.contains(part.text())) {
                return true;
            }
        }
        return false;
    }

    private static String written(OptionsProto options, String first) {
        StringBuilder written = new StringBuilder();
        for (UninterpretedOption option : options.uninterpreted()) {
            UninterpretedOption.NamePart part = option.name().get(0);
            if (first.isEmpty() || part.text().equals(first) && !part.extension()) {
                for (UninterpretedOption.NamePart name : option.name()) {
                    append(name, written);
                }
                append(option.value(), written);
            }
        }
        return written.toString();
    }

    private static void append(UninterpretedOption.NamePart part, StringBuilder to) {
        to.append(part.extension() ? ".(" : ".").append(part.text()).append(part.extension() ? ")" : "");
    }

    /** Each kind of value has a mark of its own; words and names have no blanks, so what follows is set off by one. */
    private static void append(UninterpretedOption.OptionValue value, StringBuilder to) {
        if (value instanceof UninterpretedOption.StringBytes string) {
            to.append(" string ").append(Arrays.toString(string.value()));
        } else if (value instanceof UninterpretedOption.Aggregate aggregate) {
            to.append(" message ").append(aggregate.text().length()).append(' ').append(aggregate.text());
        } else if (value instanceof UninterpretedOption.Identifier word) {
            to.append(" word ").append(word.text());
        } else if (value instanceof UninterpretedOption.PositiveInt number) {
            to.append(" number ").append(Long.toUnsignedString(number.bits()));
        } else if (value instanceof UninterpretedOption.NegativeInt number) {
            to.append(" negative ").append(number.value());
        } else if (value instanceof UninterpretedOption.FloatValue number) {
            to.append(" float ").append(number.value());
        }
        to.append(';');
    }
}
