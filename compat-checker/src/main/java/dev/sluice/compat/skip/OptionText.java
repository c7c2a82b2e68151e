package dev.sluice.compat.skip;

import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static String written(OptionsProto options, String first) {
        List<String> written = new ArrayList<>();
        for (UninterpretedOption option : options.uninterpreted()) {
            UninterpretedOption.NamePart part = option.name().get(0);
            if (first.isEmpty() || part.text().equals(first) && !part.extension()) {
                written.add(option.name() + " = " + value(option.value()));
            }
        }
        return written.toString();
    }

    private static String value(UninterpretedOption.OptionValue value) {
        if (value instanceof UninterpretedOption.StringBytes string) {
            return Arrays.toString(string.value());
        }
        if (value instanceof UninterpretedOption.Aggregate aggregate) {
            return "{" + aggregate.text() + "}";
        }
        return value.toString();
    }
}
