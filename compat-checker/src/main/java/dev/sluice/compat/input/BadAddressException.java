package dev.sluice.compat.input;

/** An argument that names no side of a check, whatever is there or not. */
public final class BadAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    BadAddressException(String argument, String why) {
        super("\"" + argument + "\" names no schemas: " + why, null, false, false);
    }
}
