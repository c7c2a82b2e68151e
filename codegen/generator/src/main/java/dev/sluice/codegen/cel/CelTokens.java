package dev.sluice.codegen.cel;

/** The tokens of an expression (CEL language definition, Lexis). */
final class CelTokens {
    private final String text;
    private int at;

    CelTokens(String text) {
        this.text = text;
    }

    private NotCompiledException unexpected() {
        return new NotCompiledException("it cannot be read at character " + (at + 1));
    }

    private void skipSpace() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : 0;
    }

    void end() throws NotCompiledException {
        if (peek() != 0) {
            throw unexpected();
        }
    }

    /** Steps over an operator, a bracket or a word. */
    boolean take(String token) {
        skipSpace();
        if (!text.startsWith(token, at)) {
            return false;
        }
        int end = at + token.length();
        boolean word = Character.isLetter(token.charAt(0));
        if (word && end < text.length() && isNamePart(text.charAt(end))) {
            return false;
        }
        boolean prefix = end < text.length()
                && text.charAt(end) == '='
                && (token.equals("<") || token.equals(">") || token.equals("!"));
        if (prefix) {
            return false;
        }
        at = end;
        return true;
    }

    void expect(String token) throws NotCompiledException {
        if (!take(token)) {
            throw unexpected();
        }
    }

    String name() throws NotCompiledException {
        skipSpace();
        int from = at;
        if (!Character.isLetter(peek()) && peek() != '_') {
            throw unexpected();
        }
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** Whether a token is next, without stepping over it. */
    boolean is(String token) {
        int before = at;
        boolean next = take(token);
        at = before;
        return next;
    }

    boolean isLiteral() {
        char first = peek();
        boolean decimal = first == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
        return isDigit(first) || decimal || stringPrefix() >= 0;
    }

    /** Whether a minus sign and a number are next: the least int has no positive counterpart. */
    boolean isNegativeNumber() {
        return peek() == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number of letters before the quote of a string or bytes literal, -1 where there is no such literal. */
    private int stringPrefix() {
        int letters = 0;
        while (at + letters < text.length() && letters < 2 && "rRbB".indexOf(text.charAt(at + letters)) >= 0) {
            letters++;
        }
        boolean quote = at + letters < text.length() && "\"'".indexOf(text.charAt(at + letters)) >= 0;
        return quote ? letters : -1;
    }

    Expression literal() throws NotCompiledException {
        peek();
        int letters = stringPrefix();
        if (letters < 0) {
            return number();
        }
        String prefix = text.substring(at, at + letters).toLowerCase(java.util.Locale.ROOT);
        at += letters;
        CelStrings strings = new CelStrings(text, at, prefix.contains("r"), prefix.contains("b"));
        String value = strings.read();
        at = strings.position();
        return prefix.contains("b") ? new Expression.BytesLiteral(value) : new Expression.StringLiteral(value);
    }

    private Expression number() throws NotCompiledException {
        boolean negative = text.charAt(at) == '-';
        at += negative ? 1 : 0;
        boolean hexadecimal = text.startsWith("0x", at);
        int digitsFrom = hexadecimal ? at + 2 : at;
        at = digitsFrom;
        while (at < text.length() && isNumberPart(hexadecimal)) {
            at++;
        }
        String digits = text.substring(digitsFrom, at);
        String signed = (negative ? "-" : "") + digits;
        try {
            if (!negative && at < text.length() && (text.charAt(at) | 0x20) == 'u') {
                at++;
                return new Expression.UintLiteral(Long.parseUnsignedLong(digits, hexadecimal ? 16 : 10));
            }
            boolean decimal = !hexadecimal && digits.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
            return decimal
                    ? new Expression.DoubleLiteral(Double.parseDouble(signed))
                    : new Expression.IntLiteral(Long.parseLong(signed, hexadecimal ? 16 : 10));
        } catch (NumberFormatException e) {
            throw new NotCompiledException("it has a malformed number");
        }
    }

    private boolean isNumberPart(boolean hexadecimal) {
        char c = text.charAt(at);
        if (hexadecimal) {
            return Character.digit(c, 16) >= 0;
        }
        boolean sign = (c == '+' || c == '-') && (text.charAt(at - 1) | 0x20) == 'e';
        boolean fraction = c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        return c >= '0' && c <= '9' || fraction || (c | 0x20) == 'e' || sign;
    }
}
