package dev.sluice.lint.rule;

/** What rules are about; the categories of Buf's lint rules. */
public enum LintCategory {
    /** What every generator and every reader of a schema relies on: packages and folders agree. */
    MINIMAL("What every generator and every reader of a schema relies on: packages and folders agree."),
    /** {@link #MINIMAL}, and the common style of names and options. */
    BASIC("MINIMAL, and the common style of names and options."),
    /** {@link #BASIC}, and what keeps an API able to grow. */
    STANDARD("BASIC, and what keeps an API able to grow."),
    /** Everything has a comment. */
    COMMENTS("Everything has a comment."),
    /** No RPC streams. */
    UNARY_RPC("No RPC streams.");

    private final String purpose;

    LintCategory(String purpose) {
        this.purpose = purpose;
    }

    /** What schemas in it are like, as a sentence. */
    public String purpose() {
        return purpose;
    }

    /** Whether the rules of {@code narrower} are among those of this category. */
    boolean includes(LintCategory narrower) {
        return this == narrower || (compareTo(STANDARD) <= 0 && compareTo(narrower) > 0);
    }
}
