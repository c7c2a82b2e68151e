package dev.sluice.schema.validate;

import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.MessageType;
import java.util.List;

/** Extension ranges are in bounds, in order and disjoint. */
final class ExtensionRangeCheck implements ElementCheck {
    @Override
    public void message(MessageType message, Context context) {
        List<ExtensionRange> ranges = message.extensionRanges();
        for (int i = 0; i < ranges.size(); i++) {
            ExtensionRange range = ranges.get(i);
            if (range.start() <= 0) {
                context.problems().report(range, "extension numbers start at 1");
            } else if (range.end() - 1 > Numbers.largest(message)) {
                context.problems()
                        .report(range, "extension numbers end at " + Numbers.largest(message) + "; write \"to max\"");
            } else if (range.end() <= range.start()) {
                context.problems().report(range, "an extension range ends before it starts");
            }
            for (int j = 0; j < i; j++) {
                ExtensionRange other = ranges.get(j);
                if (Numbers.overlap(range.start(), range.end(), other.start(), other.end())) {
                    context.problems()
                            .report(
                                    range,
                                    "the extension range " + Numbers.describe(range.start(), range.end()) + " overlaps "
                                            + Numbers.describe(other.start(), other.end()));
                }
            }
        }
    }
}
