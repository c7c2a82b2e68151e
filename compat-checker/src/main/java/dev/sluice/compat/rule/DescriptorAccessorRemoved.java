package dev.sluice.compat.rule;

import dev.sluice.schema.model.MessageType;

/** Messages keep their standard descriptor accessor. */
final class DescriptorAccessorRemoved extends MessageRule {
    private static final int NO_STANDARD_DESCRIPTOR_ACCESSOR = 2;

    DescriptorAccessorRemoved() {
        super(
                "MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR",
                "Messages keep their standard descriptor accessor.",
                "generated code loses its descriptor() method, and source code that calls it does not compile",
                "Do not set the option on a message that is in use.",
                Category.FILE,
                Category.PACKAGE,
                Category.CSR);
    }

    @Override
    public void check(MessageType old, MessageType now, Findings findings) {
        if (now.options().bool(NO_STANDARD_DESCRIPTOR_ACCESSOR, false)
                && !old.options().bool(NO_STANDARD_DESCRIPTOR_ACCESSOR, false)) {
            findings.add(
                    this,
                    Anchor.optionOf(now, NO_STANDARD_DESCRIPTOR_ACCESSOR),
                    old,
                    old.fullName(),
                    "false -> true",
                    "option no_standard_descriptor_accessor of " + now.name() + " changed from false to true");
        }
    }
}
