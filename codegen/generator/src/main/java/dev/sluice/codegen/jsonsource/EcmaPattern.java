package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.regex.Regex;
import dev.sluice.runtime.regex.RegexSyntaxException;
import java.util.Optional;

/**
 * A regular expression of ECMA-262, which JSON Schema has, in the syntax of the runtime's, which is RE2's. What only
 * backtracking can match has no such form.
 */
final class EcmaPattern {
    /** White space as ECMA-262 has it. */
    private static final String SPACE =
            "\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";

    private static final String NOT_NEWLINE = "[^\\n\\r\\x{2028}\\x{2029}]";

    private final String pattern;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private EcmaPattern(String pattern) {
        this.pattern = pattern;
    }

    /** Why there is no such form, if there is none. */
    static Optional<String> problem(String pattern) {
        try {
            Regex.parse(new EcmaPattern(pattern).translate());
            return Optional.empty();
        } catch (RegexSyntaxException | UnsupportedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The pattern in RE2's syntax.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String translated(String pattern) {
        try {
            return new EcmaPattern(pattern).translate();
        } catch (UnsupportedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class UnsupportedException extends Exception {
        private static final long serialVersionUID = 1L;

        UnsupportedException(String message) {
            super(message);
        }
    }

    private String translate() throws UnsupportedException {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                escape(false);
            } else if (c == '[') {
                set();
            } else if (c == '.') {
                out.append(NOT_NEWLINE);
                at++;
            } else if (pattern.startsWith("(?", at)) {
                group();
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void group() throws UnsupportedException {
        if (pattern.startsWith("(?:", at)) {
            out.append("(?:");
            at += 3;
        } else if (pattern.startsWith("(?<", at)
                && !pattern.startsWith("(?<=", at)
                && !pattern.startsWith("(?<!", at)) {
            out.append("(?P<");
            at += 3;
        } else {
            throw new UnsupportedException("it looks ahead or behind, or sets flags, at character " + (at + 1));
        }
    }

    private void set() throws UnsupportedException {
        boolean negated = pattern.startsWith("[^", at);
        at += negated ? 2 : 1;
        if (pattern.startsWith("]", at)) {
            out.append(negated ? "(?s:.)" : "[^\\x{0}-\\x{10FFFF}]");
            at++;
            return;
        }
        out.append(negated ? "[^" : "[");
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            if (pattern.charAt(at) == '\\') {
                escape(true);
            } else {
                out.append(pattern.charAt(at) == '[' ? "\\[" : pattern.substring(at, at + 1));
                at++;
            }
        }
        if (at >= pattern.length()) {
            throw new UnsupportedException("a ] is missing");
        }
        out.append(']');
        at++;
    }

    private void escape(boolean inSet) throws UnsupportedException {
        int start = at++;
        if (at >= pattern.length()) {
            throw new UnsupportedException("a backslash ends it");
        }
        char c = pattern.charAt(at++);
        switch (c) {
            case 'd', 'D', 'w', 'W', 't', 'n', 'v', 'f', 'r' -> out.append('\\').append(c);
            case 's' -> out.append(inSet ? SPACE : "[" + SPACE + "]");
            case 'S' -> {
                if (inSet) {
                    throw new UnsupportedException("\\S in brackets at character " + (start + 1));
                }
                out.append("[^").append(SPACE).append(']');
            }
            case 'b', 'B' -> out.append(inSet ? "\\x{8}" : "\\" + c);
            case 'p', 'P' -> property(c, start);
            case 'x' -> code(hexadecimal(2, start));
            case 'u' -> unicode(start);
            case 'c' -> code(control(start));
            case '0' -> code(0);
            default -> {
                if (c > 0x7f || Character.isLetterOrDigit(c)) {
                    throw new UnsupportedException("\\" + c + " at character " + (start + 1));
                }
                out.append('\\').append(c);
            }
        }
    }

    private void property(char c, int start) throws UnsupportedException {
        int end = pattern.indexOf('}', at);
        if (!pattern.startsWith("{", at) || end < 0) {
            throw new UnsupportedException("\\" + c + " without a property at character " + (start + 1));
        }
        String name = pattern.substring(at + 1, end)
                .replaceFirst("^(?:General_Category|gc|Script|sc|Script_Extensions|scx)=", "");
        out.append('\\').append(c).append('{').append(name).append('}');
        at = end + 1;
    }

    private void unicode(int start) throws UnsupportedException {
        if (pattern.startsWith("{", at)) {
            int end = pattern.indexOf('}', at);
            if (end < 0 || !pattern.substring(at + 1, end).matches("[0-9A-Fa-f]{1,6}")) {
                throw new UnsupportedException("a malformed \\u at character " + (start + 1));
            }
            code(Integer.parseInt(pattern.substring(at + 1, end), 16));
            at = end + 1;
            return;
        }
        int unit = hexadecimal(4, start);
        if (Character.isHighSurrogate((char) unit) && pattern.startsWith("\\u", at)) {
            at += 2;
            unit = Character.toCodePoint((char) unit, (char) hexadecimal(4, start));
        }
        code(unit);
    }

    private int hexadecimal(int digits, int start) throws UnsupportedException {
        int end = Math.min(pattern.length(), at + digits);
        String text = pattern.substring(at, end);
        if (!text.matches("[0-9A-Fa-f]{" + digits + "}")) {
            throw new UnsupportedException("a malformed escape at character " + (start + 1));
        }
        at = end;
        return Integer.parseInt(text, 16);
    }

    private int control(int start) throws UnsupportedException {
        if (at >= pattern.length() || !Character.isLetter(pattern.charAt(at)) || pattern.charAt(at) > 0x7f) {
            throw new UnsupportedException("a malformed \\c at character " + (start + 1));
        }
        return pattern.charAt(at++) % 32;
    }

    private void code(int point) {
        out.append("\\x{").append(Integer.toHexString(point)).append('}');
    }
}
