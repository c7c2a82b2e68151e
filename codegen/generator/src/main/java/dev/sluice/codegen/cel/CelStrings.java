package dev.sluice.codegen.cel;

/** Reads one string or bytes literal from its opening quote on (CEL language definition, String and Bytes Values). */
final class CelStrings {
    private final String text;
    private final boolean raw;
    private final boolean bytes;
    private final String quote;
    private int at;

    CelStrings(String text, int at, boolean raw, boolean bytes) {
        this.text = text;
        this.raw = raw;
        this.bytes = bytes;
        String one = text.substring(at, at + 1);
        this.quote = text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
        this.at = at + quote.length();
    }

    /** The content; of bytes one char a byte. */
    String read() throws NotCompiledException {
        StringBuilder content = new StringBuilder();
        while (!text.startsWith(quote, at)) {
            if (at >= text.length() || quote.length() == 1 && text.charAt(at) == '\n') {
                throw new NotCompiledException("a string in it does not end");
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\\' && !raw) {
                escape(content);
            } else {
                add(c, content);
            }
        }
        at += quote.length();
        return content.toString();
    }

    /** Behind the literal. */
    int position() {
        return at;
    }

    private void add(int c, StringBuilder content) {
        if (bytes) {
            for (byte part : Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                content.append((char) (part & 0xff));
            }
        } else {
            content.appendCodePoint(c);
        }
    }

    private void escape(StringBuilder content) throws NotCompiledException {
        char c = at < text.length() ? text.charAt(at++) : 0;
        switch (c) {
            case 'a' -> content.append('\007');
            case 'b' -> content.append('\b');
            case 'f' -> content.append('\f');
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case 'v' -> content.append('\013');
            case '\\', '?', '"', '\'', '`' -> content.append(c);
            case 'x', 'X' -> number(2, 16, content);
            case 'u' -> number(4, 16, content);
            case 'U' -> number(8, 16, content);
            case '0', '1', '2', '3' -> {
                at--;
                number(3, 8, content);
            }
            default -> throw new NotCompiledException("a string in it has an escape that there is not");
        }
    }

    private void number(int digits, int base, StringBuilder content) throws NotCompiledException {
        int end = Math.min(text.length(), at + digits);
        try {
            int c = Integer.parseInt(text.substring(at, end), base);
            boolean isCharacter = end == at + digits && Character.isValidCodePoint(c) && (c < 0xD800 || c > 0xDFFF);
            if (!isCharacter) {
                throw new NumberFormatException();
            }
            at = end;
            content.append(bytes && digits < 4 ? Character.toString((char) c) : Character.toString(c));
        } catch (NumberFormatException e) {
            throw new NotCompiledException("a string in it has a malformed escape");
        }
    }
}
