package dev.sluice.schema.problem;

/**
 * Text that came out of a schema, a configuration or an argument, which may be anybody's, for a line of output: control
 * characters are written as escapes, so that it neither steers a terminal nor starts a line of its own.
 */
public final class Printable {
    private Printable() {}

    /** A path at the start of a line, where one such as {@code ::error::} would be a command to GitHub. */
    public static String path(String path) {
        String printable = of(path);
        return printable.startsWith("::") || printable.startsWith("##") ? "./" + printable : printable;
    }

    /** The text in one line. */
    public static String of(String text) {
        StringBuilder printable = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean steers = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            if (steers || c == 0x2028 || c == 0x2029) {
                printable = printable == null ? new StringBuilder(text.substring(0, i)) : printable;
                printable.append(c == '\n' ? "\\n" : String.format("\\u%04x", (int) c));
            } else if (printable != null) {
                printable.append(c);
            }
        }
        return printable == null ? text : printable.toString();
    }
}
