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

    boolean isLiteral() {
        char first = peek();
        return first >= '0' && first <= '9' || first == '"' || first == '\'';
    }

    Expression literal() throws NotCompiledException {
        char first = peek();
        return first == '"' || first == '\'' ? string(first) : number();
    }

    private Expression string(char quote) throws NotCompiledException {
        int from = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                throw new NotCompiledException("it has an escape in a string");
            }
            at++;
        }
        if (at >= text.length() || (at == from && text.startsWith("" + quote, at + 1))) {
            throw unexpected();
        }
        return new Expression.StringLiteral(text.substring(from, at++));
    }

    private Expression number() throws NotCompiledException {
        int from = at;
        boolean hexadecimal = text.startsWith("0x", at);
        if (hexadecimal) {
            at += 2;
        }
        while (at < text.length() && isNumberPart(hexadecimal)) {
            at++;
        }
        String digits = text.substring(hexadecimal ? from + 2 : from, at);
        try {
            if (at < text.length() && (text.charAt(at) | 0x20) == 'u') {
                at++;
                return new Expression.UintLiteral(Long.parseUnsignedLong(digits, hexadecimal ? 16 : 10));
            }
            boolean decimal = !hexadecimal && digits.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
            return decimal
                    ? new Expression.DoubleLiteral(Double.parseDouble(digits))
                    : new Expression.IntLiteral(Long.parseLong(digits, hexadecimal ? 16 : 10));
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
