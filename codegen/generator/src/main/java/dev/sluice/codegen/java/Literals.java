package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;

/** String literals of whatever text a schema has. */
public final class Literals {
    /** A constant of a class file has room for 65,535 bytes, up to three a char. */
    private static final int LONGEST = 21_845;

    private Literals() {}

    /**
     * The text as a string literal. JavaPoet, which prints annotations, ends a line at each of Unicode's line and paragraph
     * separators, where a literal must not end: those are escapes, and so is what changes the direction of text. A text too
     * long for a constant is put together of several.
     */
    public static CodeBlock string(String text) {
        int end = end(text, 0);
        CodeBlock.Builder parts = CodeBlock.builder().add(literal(text.substring(0, end)));
        while (end < text.length()) {
            int from = end;
            end = end(text, from);
            parts.add(".concat($L)", literal(text.substring(from, end)));
        }
        return parts.build();
    }

    /** Where the part that begins there ends: pairs of surrogates stay together. */
    private static int end(String text, int from) {
        int end = Math.min(text.length(), from + LONGEST);
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static CodeBlock literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u2028' || c == '\u2029' || turns(c)) {
                literal.append(content(text.substring(from, i))).append(String.format("\\u%04x", (int) c));
                from = i + 1;
            }
        }
        return from == 0
                ? CodeBlock.of("$S", text)
                : CodeBlock.of(
                        "$L", literal.append(content(text.substring(from))).append('"'));
    }

    /**
     * Whether a character shows what follows in another order than it is in, so that code could look like other code
     * (Unicode Standard Annex 9, 2; CVE-2021-42574).
     */
    static boolean turns(char c) {
        return c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }

    /** What is between the quotes of the literal of a text. */
    private static String content(String text) {
        String literal = CodeBlock.of("$S", text).toString();
        return literal.substring(1, literal.length() - 1);
    }
}
