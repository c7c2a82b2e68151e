package dev.sluice.runtime;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reads the tokens of JSON text (RFC 8259), without leniency. Not safe for several threads. */
public abstract class JsonScanner {
    /** How deep objects and lists may nest in a value that is read over. */
    private static final int MAX_SKIPPED_DEPTH = 100;

    /** Of each Latin-1 character 0 where it stands for itself within a string, else 1. */
    private static final byte[] ODD = new byte[256];

    static {
        Arrays.fill(ODD, 0, ' ', (byte) 1);
        ODD['"'] = 1;
        ODD['\\'] = 1;
    }

    /** The text. */
    protected final String text;

    /** The char to be read next. */
    protected int at;

    /** Starts at the beginning. */
    protected JsonScanner(String text) {
        this.text = text;
    }

    /** Where in the message the scanner is, for problems. */
    protected abstract String path();

    /** A fault at a char. */
    protected final MalformedMessageException malformed(String reason, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return MalformedMessageException.inJson(reason, offset, line, offset - lineStart + 1, path());
    }

    /** A fault where the scanner is: something else was wanted. */
    protected final MalformedMessageException unexpected(String wanted) {
        if (at >= text.length()) {
            return malformed("expected " + wanted + ", found the end of the text", text.length());
        }
        char found = text.charAt(at);
        String shown = found > ' ' && found < 0x7f ? "'" + found + "'" : String.format("U+%04X", (int) found);
        return malformed("expected " + wanted + ", found " + shown, at);
    }

    /** The next char that is not white space, or 0 at the end. */
    protected final char peek() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
        return 0;
    }

    /** Steps over white space and this char, if that is next. */
    protected final boolean take(char wanted) {
        if (peek() == wanted && at < text.length()) {
            at++;
            return true;
        }
        return false;
    }

    /** Steps over white space and this char. */
    protected final void expect(char wanted) {
        if (!take(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    /** Steps over white space and this word, if that is next. */
    protected final boolean takeWord(String word) {
        peek();
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    /** Checks that nothing but white space follows. */
    protected final void end() {
        peek();
        if (at < text.length()) {
            throw unexpected("the end of the text");
        }
    }

    /** Reads a number's text. */
    protected final String numberText() {
        peek();
        int end = numberEnd(text, at);
        if (end < 0) {
            throw unexpected("a number");
        }
        String number = text.substring(at, end);
        at = end;
        return number;
    }

    /** Where the number that starts at {@code from} ends (RFC 8259, 6), or -1 where none starts there. */
    protected static int numberEnd(String text, int from) {
        int i = from < text.length() && text.charAt(from) == '-' ? from + 1 : from;
        int digits = digitsEnd(text, i);
        if (digits == i || (text.charAt(i) == '0' && digits > i + 1)) {
            return -1;
        }
        i = digits;
        if (i < text.length() && text.charAt(i) == '.') {
            digits = digitsEnd(text, i + 1);
            if (digits == i + 1) {
                return -1;
            }
            i = digits;
        }
        if (i < text.length() && (text.charAt(i) | 0x20) == 'e') {
            i++;
            if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
                i++;
            }
            digits = digitsEnd(text, i);
            return digits == i ? -1 : digits;
        }
        return i;
    }

    private static int digitsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Reads a string. */
    protected final String stringText() {
        expect('"');
        int from = at;
        int length = text.length();
        for (int i = from; i < length; i++) {
            char next = text.charAt(i);
            if (next < ODD.length ? ODD[next] != 0 : Character.isSurrogate(next)) {
                if (next == '"') {
                    at = i + 1;
                    return text.substring(from, i);
                }
                at = i;
                return escapedText(from);
            }
        }
        at = length;
        throw unexpected("the end of a string");
    }

    private String escapedText(int from) {
        StringBuilder value = new StringBuilder(text.length() - from < 64 ? 64 : at - from + 32);
        value.append(text, from, at);
        while (at < text.length()) {
            int start = at;
            char next = text.charAt(at++);
            if (next == '"') {
                return value.toString();
            }
            if (next < ' ') {
                throw malformed("a control character in a string must be escaped", start);
            }
            char unit = next == '\\' ? escape() : next;
            value.append(unit);
            if (Character.isHighSurrogate(unit)) {
                value.append(partner(start));
            } else if (Character.isLowSurrogate(unit)) {
                throw malformed("a string has a surrogate without its partner", start);
            }
        }
        throw unexpected("the end of a string");
    }

    private char partner(int start) {
        if (at < text.length()) {
            char next = text.charAt(at++);
            char unit = next == '\\' ? escape() : next;
            if (Character.isLowSurrogate(unit)) {
                return unit;
            }
        }
        throw malformed("a string has a surrogate without its partner", start);
    }

    private char escape() {
        if (at >= text.length()) {
            throw unexpected("the end of a string");
        }
        int start = at - 1;
        char escaped = text.charAt(at++);
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(start);
            default -> throw malformed("unknown escape in a string", start);
        };
    }

    private char unicode(int start) {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw malformed("\\u must be followed by four hexadecimal digits", start);
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    /** Reads over a value of any kind. */
    protected final void skipValue() {
        skipValue(0);
    }

    private void skipValue(int depth) {
        char first = peek();
        if (depth > MAX_SKIPPED_DEPTH) {
            throw malformed("objects and lists nest more than " + MAX_SKIPPED_DEPTH + " deep", at);
        }
        if (first == '{') {
            skipObject(depth);
        } else if (first == '[') {
            at++;
            if (!take(']')) {
                do {
                    skipValue(depth + 1);
                } while (take(','));
                expect(']');
            }
        } else if (first == '"') {
            stringText();
        } else if (!takeWord("true") && !takeWord("false") && !takeWord("null")) {
            if (first != '-' && (first < '0' || first > '9')) {
                throw unexpected("a value");
            }
            numberText();
        }
    }

    private void skipObject(int depth) {
        at++;
        if (take('}')) {
            return;
        }
        Set<String> seen = new HashSet<>();
        do {
            peek();
            int start = at;
            if (!seen.add(stringText())) {
                throw malformed("this member is there twice", start);
            }
            expect(':');
            skipValue(depth + 1);
        } while (take(','));
        expect('}');
    }
}
