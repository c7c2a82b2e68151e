package dev.sluice.compat.constraint;

/** What the value of a rule says of the values of a field, by the rule's name. */
enum RuleMeaning {
    /** Values are at most so much, or so long. */
    AT_MOST,
    /** Values are at least so much, or so long. */
    AT_LEAST,
    /** Values are this, and no other. */
    EXACTLY,
    /** Values are one of a list. */
    ONE_OF,
    /** Values are none of a list. */
    NONE_OF,
    /** Values meet the rule where it is set to true. */
    FLAG,
    /** Values have this text in some place; a part of it is a weaker demand. */
    HAS_TEXT,
    /** Rules of the parts of a value. */
    NESTED,
    /** Values have to do with the rule in a way that cannot be compared. */
    OPAQUE,
    /** Says nothing of values. */
    NOTHING;

    static RuleMeaning of(String name) {
        return switch (name) {
            case "lt", "lte", "max_len", "max_bytes", "max_items", "max_pairs", "within" -> AT_MOST;
            case "gt", "gte", "min_len", "min_bytes", "min_items", "min_pairs" -> AT_LEAST;
            case "const", "len", "len_bytes" -> EXACTLY;
            case "in" -> ONE_OF;
            case "not_in" -> NONE_OF;
            case "prefix", "suffix", "contains" -> HAS_TEXT;
            case "items", "keys", "values" -> NESTED;
            case "pattern", "not_contains", "well_known_regex", "strict" -> OPAQUE;
            case "example" -> NOTHING;
            default -> FLAG;
        };
    }
}
