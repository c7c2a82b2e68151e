package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;

/** String literals of whatever text a schema has. */
public final class Literals {
    private Literals() {}

    /**
     * The text as a string literal. JavaPoet, which prints annotations, ends a line at each of Unicode's line and paragraph
     * separators, where a literal must not end: those are escapes.
     */
    public static CodeBlock string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u2028' || c == '\u2029') {
                literal.append(content(text.substring(from, i))).append(c == '\u2028' ? "\\u2028" : "\\u2029");
                from = i + 1;
            }
        }
        return from == 0
                ? CodeBlock.of("$S", text)
                : CodeBlock.of(
                        "$L", literal.append(content(text.substring(from))).append('"'));
    }

    /** What is between the quotes of the literal of a text. */
    private static String content(String text) {
        String literal = CodeBlock.of("$S", text).toString();
        return literal.substring(1, literal.length() - 1);
    }
}
