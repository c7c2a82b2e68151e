package dev.sluice.compat.rule;

import java.util.Set;

/** A rule about changes. What it sees, its kind says: a pair of files, messages, fields and so on. */
public abstract sealed class Rule
        permits DeletedFieldRule,
                ElementRule,
                EnumNumberRule,
                EnumRule,
                FieldRule,
                FileRule,
                MessageRule,
                OldFileRule,
                RpcRule,
                ServiceRule {
    private final String id;
    private final String purpose;
    private final String harm;
    private final String advice;
    private final Set<Category> categories;

    /**
     * @param id what configuration and reports name it by
     * @param purpose what it demands, as a sentence
     * @param harm who breaks and how, as a clause that starts in lower case and has no full stop
     * @param advice what to do instead, as sentences
     */
    Rule(String id, String purpose, String harm, String advice, Category... categories) {
        this.id = id;
        this.purpose = purpose;
        this.harm = harm;
        this.advice = advice;
        this.categories = Set.of(categories);
    }

    /** The id that configuration and reports name it by. */
    public final String id() {
        return id;
    }

    /** What it demands, as one sentence. */
    public final String purpose() {
        return purpose;
    }

    /** Who breaks and how, as a clause. */
    public final String harm() {
        return harm;
    }

    /** What to do instead, as sentences. */
    public final String advice() {
        return advice;
    }

    /** The categories that include it. */
    public final Set<Category> categories() {
        return categories;
    }

    @Override
    public final String toString() {
        return id;
    }
}
