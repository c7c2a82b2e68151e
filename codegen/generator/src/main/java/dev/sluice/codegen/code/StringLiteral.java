package dev.sluice.codegen.code;

/** Text as a literal of Java. */
final class StringLiteral {
    private StringLiteral() {}

    /** Appends the literal; it goes on in another line after each line feed, as JavaPoet's do. */
    static void append(String value, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\b' -> to.append("\\b");
                case '\t' -> to.append("\\t");
                case '\f' -> to.append("\\f");
                case '\r' -> to.append("\\r");
                case '\n' -> to.append(i + 1 < value.length() ? "\\n\"\n        + \"" : "\\n");
                default -> {
                    if (Character.isISOControl(c)) {
                        to.append(String.format("\\u%04x", (int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }
}
