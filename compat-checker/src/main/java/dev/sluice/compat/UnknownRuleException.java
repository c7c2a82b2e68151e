package dev.sluice.compat;

/** A word in a check's options that is neither a category nor the id of a rule. */
public final class UnknownRuleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String word;

    UnknownRuleException(String word) {
        super("\"" + word + "\" is neither a category nor a rule", null, false, false);
        this.word = word;
    }

    /** The word. */
    public String word() {
        return word;
    }
}
