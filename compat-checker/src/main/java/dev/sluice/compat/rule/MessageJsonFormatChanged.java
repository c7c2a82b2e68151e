package dev.sluice.compat.rule;

import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.MessageType;

/** Messages stay guaranteed to have a JSON form. */
final class MessageJsonFormatChanged extends MessageRule {
    private static final int JSON_FORMAT = 6;

    MessageJsonFormatChanged() {
        super(
                "MESSAGE_SAME_JSON_FORMAT",
                "Messages stay guaranteed to have a JSON form.",
                "peers that exchange it as JSON may get ambiguous names",
                "Keep json_format = ALLOW.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.CSR);
    }

    @Override
    public void check(MessageType old, MessageType now, Findings findings) {
        Features.JsonFormat before = old.features().jsonFormat();
        Features.JsonFormat after = now.features().jsonFormat();
        if (before == Features.JsonFormat.ALLOW && after != before) {
            findings.add(
                    this,
                    Anchor.optionOf(now, FeatureField.MESSAGE, JSON_FORMAT).or(now),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    "JSON format of message " + now.name() + " changed from " + before + " to " + after);
        }
    }
}
