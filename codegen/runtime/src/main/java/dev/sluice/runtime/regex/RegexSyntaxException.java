package dev.sluice.runtime.regex;

/** A regular expression that cannot be read. */
public final class RegexSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    RegexSyntaxException(String message) {
        super(message);
    }
}
