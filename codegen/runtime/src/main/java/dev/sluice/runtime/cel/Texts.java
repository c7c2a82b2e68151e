package dev.sluice.runtime.cel;

import java.util.List;

/** The extension functions of texts; positions count characters, not chars. */
public final class Texts {
    private Texts() {}

    private static int offset(String text, long position) {
        if (position < 0 || position > text.codePointCount(0, text.length())) {
            throw new IndexOutOfBoundsException("there is no position " + position);
        }
        return text.offsetByCodePoints(0, (int) position);
    }

    /** The character at a position, empty at the end. */
    public static String charAt(String text, long position) {
        int at = offset(text, position);
        return at == text.length() ? "" : Character.toString(text.codePointAt(at));
    }

    /** What is from a position on. */
    public static String substring(String text, long from) {
        return text.substring(offset(text, from));
    }

    /** What is from a position to before another. */
    public static String substring(String text, long from, long end) {
        if (from > end) {
            throw new IndexOutOfBoundsException("position " + from + " is behind " + end);
        }
        return text.substring(offset(text, from), offset(text, end));
    }

    /** The first position of a part, or -1. */
    public static int indexOf(String text, String part) {
        int at = text.indexOf(part);
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    /** The first position of a part from a position on, or -1. */
    public static int indexOf(String text, String part, long from) {
        int at = text.indexOf(part, offset(text, from));
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    /** The last position of a part, or -1. */
    public static int lastIndexOf(String text, String part) {
        int at = text.lastIndexOf(part);
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    /** The last position of a part from a position back, or -1. */
    public static int lastIndexOf(String text, String part, long from) {
        int at = text.lastIndexOf(part, offset(text, from));
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    /** With ASCII letters in lower case. */
    public static String lowerAscii(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            out.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        }
        return out.toString();
    }

    /** With ASCII letters in upper case. */
    public static String upperAscii(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            out.setCharAt(i, c >= 'a' && c <= 'z' ? (char) (c & ~0x20) : c);
        }
        return out.toString();
    }

    /** Without white space at both ends. */
    public static String trim(String text) {
        return text.strip();
    }

    /** From end to start. */
    public static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** With every occurrence of a part replaced. */
    public static String replace(String text, String part, String by) {
        return text.replace(part, by);
    }

    /** With so many occurrences of a part replaced, all if negative. */
    public static String replace(String text, String part, String by, long count) {
        if (count < 0) {
            return text.replace(part, by);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (long i = 0; i < count; i++) {
            int at = text.indexOf(part, from);
            if (at < 0 || at >= text.length()) {
                break;
            }
            out.append(text, from, at).append(by);
            from = at + part.length();
            if (part.isEmpty()) {
                out.append(text.charAt(from++));
            }
        }
        return out.append(text.substring(from)).toString();
    }

    /** The parts between separators. */
    public static List<String> split(String text, String separator) {
        return split(text, separator, -1);
    }

    /** The parts between separators, at most so many of them, all if negative. */
    public static List<String> split(String text, String separator, long limit) {
        if (limit == 0) {
            return List.of();
        }
        if (separator.isEmpty()) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        return List.of(text.split(
                java.util.regex.Pattern.quote(separator), (int) Math.max(-1, Math.min(limit, Integer.MAX_VALUE))));
    }
}
