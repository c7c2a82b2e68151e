package dev.sluice.contract.tck;

/** Text in XML and HTML. */
public final class Markup {
    private Markup() {}

    /** The text with what has a meaning in markup escaped, and what XML 1.0 does not allow replaced. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xfffd);
            }
        });
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c >= ' ' && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff || c == '\n' || c == '\t';
    }
}
