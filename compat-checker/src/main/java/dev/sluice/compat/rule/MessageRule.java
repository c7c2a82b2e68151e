package dev.sluice.compat.rule;

import dev.sluice.schema.model.MessageType;

/** Sees messages, paired by full name. */
public abstract non-sealed class MessageRule extends Rule {
    MessageRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(MessageType old, MessageType now, Findings findings);
}
