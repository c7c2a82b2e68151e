package dev.sluice.contract.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON text strictly: no member twice, no invalid UTF-8, nothing after the value, at most {@value #MAX_DEPTH} levels. */
public final class JsonReader {
    private static final int MAX_DEPTH = 64;
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,99})(?:\\.[0-9]{1,100})?(?:[eE][+-]?[0-9]{1,4})?");

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads UTF-8 bytes.
     *
     * @throws JsonSyntaxException if they are not one JSON text
     */
    public static Json read(byte[] utf8) throws JsonSyntaxException {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException invalid) {
            throw new JsonSyntaxException(0, "invalid UTF-8");
        }
    }

    /**
     * Reads a text.
     *
     * @throws JsonSyntaxException if it is not one JSON text
     */
    public static Json read(String text) throws JsonSyntaxException {
        JsonReader reader = new JsonReader(text);
        Json value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.fault("text after the value");
        }
        return value;
    }

    private Json value(int depth) throws JsonSyntaxException {
        if (depth > MAX_DEPTH) {
            throw fault("nested deeper than " + MAX_DEPTH);
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object(int depth) throws JsonSyntaxException {
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        if (ends('}')) {
            return new Json.Obj(members);
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw fault("member \"" + name + "\" twice");
            }
        } while (another('}'));
        return new Json.Obj(members);
    }

    private Json array(int depth) throws JsonSyntaxException {
        List<Json> values = new ArrayList<>();
        at++;
        if (ends(']')) {
            return new Json.Arr(values);
        }
        do {
            values.add(value(depth + 1));
        } while (another(']'));
        return new Json.Arr(values);
    }

    private boolean ends(char close) throws JsonSyntaxException {
        space();
        if (peek() != close) {
            return false;
        }
        at++;
        return true;
    }

    private boolean another(char close) throws JsonSyntaxException {
        if (ends(close)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() throws JsonSyntaxException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw fault("control character in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws JsonSyntaxException {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("escape \\" + c);
        };
    }

    private char unicode() throws JsonSyntaxException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw fault("bad \\u escape");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Json number() throws JsonSyntaxException {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw fault("unexpected '" + peek() + "'");
        }
        at = matcher.end();
        return new Json.Num(new BigDecimal(matcher.group()));
    }

    private Json word(String word, Json value) throws JsonSyntaxException {
        if (!text.startsWith(word, at)) {
            throw fault("expected " + word);
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws JsonSyntaxException {
        if (at >= text.length()) {
            throw fault("the text ends early");
        }
        return text.charAt(at);
    }

    private char next() throws JsonSyntaxException {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char c) throws JsonSyntaxException {
        if (next() != c) {
            at--;
            throw fault("expected '" + c + "'");
        }
    }

    private JsonSyntaxException fault(String why) {
        return new JsonSyntaxException(at, why);
    }
}
