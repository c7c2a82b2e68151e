package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;

/** Sees fields whose number the new message does not have. */
public abstract non-sealed class DeletedFieldRule extends Rule {
    DeletedFieldRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(Field old, MessageType now, Findings findings);
}
