package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.MessageType;
import java.util.ArrayList;
import java.util.List;

/** Messages keep the numbers they leave to extensions. */
final class ExtensionRangeDeleted extends MessageRule {
    ExtensionRangeDeleted() {
        super(
                "EXTENSION_MESSAGE_NO_DELETE",
                "Messages keep the numbers they leave to extensions.",
                "extensions of others with these numbers do not compile any more",
                "Keep the range.",
                Category.FILE,
                Category.PACKAGE,
                Category.CSR);
    }

    @Override
    public void check(MessageType old, MessageType now, Findings findings) {
        if (old.extensionRanges().isEmpty()) {
            return;
        }
        List<NumberRange> news = ranges(now);
        for (NumberRange range : ranges(old)) {
            String missing = MissingNumbers.of(range.start(), range.end() - 1L, news, 1);
            if (!missing.isEmpty()) {
                findings.add(
                        this,
                        Anchor.of(now),
                        old,
                        old.fullName() + "/" + missing,
                        "",
                        "extension numbers " + missing + " of " + now.name() + " were deleted");
            }
        }
    }

    private static List<NumberRange> ranges(MessageType message) {
        List<NumberRange> ranges = new ArrayList<>(message.extensionRanges().size());
        for (ExtensionRange range : message.extensionRanges()) {
            ranges.add(new NumberRange(range.start(), range.end()));
        }
        return ranges;
    }
}
