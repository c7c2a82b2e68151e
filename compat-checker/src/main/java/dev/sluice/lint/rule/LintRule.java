package dev.sluice.lint.rule;

import java.util.EnumSet;
import java.util.Set;

/** A rule about how schemas are written. What it sees, its kind says: an element, an import or all files. */
public abstract sealed class LintRule permits ElementRule, FilesRule, ImportRule {
    private final String id;
    private final String purpose;
    private final String harm;
    private final String advice;
    private final Set<LintCategory> categories = EnumSet.noneOf(LintCategory.class);

    /**
     * @param id what configuration and reports name it by
     * @param purpose what it demands, as a sentence
     * @param harm who suffers and how, as a clause that starts in lower case and has no full stop
     * @param advice what to do instead, as sentences
     * @param narrowest the categories that include it, without those that include these; none where it counts only when
     *     it is named
     */
    LintRule(String id, String purpose, String harm, String advice, LintCategory... narrowest) {
        this.id = id;
        this.purpose = purpose;
        this.harm = harm;
        this.advice = advice;
        for (LintCategory own : narrowest) {
            for (LintCategory category : LintCategory.values()) {
                if (category.includes(own)) {
                    categories.add(category);
                }
            }
        }
    }

    /** The id that configuration and reports name it by. */
    public final String id() {
        return id;
    }

    /** What it demands, as one sentence. */
    public final String purpose() {
        return purpose;
    }

    /** Who suffers and how, as a clause. */
    public final String harm() {
        return harm;
    }

    /** What to do instead, as sentences. */
    public final String advice() {
        return advice;
    }

    /** The categories that include it. */
    public final Set<LintCategory> categories() {
        return Set.copyOf(categories);
    }

    @Override
    public final String toString() {
        return id;
    }
}
