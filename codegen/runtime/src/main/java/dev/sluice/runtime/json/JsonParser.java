package dev.sluice.runtime.json;

import dev.sluice.runtime.JsonScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON text into values, or finds the place of a value in it. */
class JsonParser extends JsonScanner {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER = 1_000;

    JsonParser(String text) {
        super(text);
    }

    @Override
    protected final String path() {
        return "";
    }

    JsonValue document() {
        JsonValue value = value(0);
        end();
        return value;
    }

    /** Checks how many objects and arrays a value is within. */
    final void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            peek();
            throw malformed("objects and arrays nest more than " + MAX_DEPTH + " deep", at);
        }
    }

    /** Reads a value that is within so many objects and arrays. */
    JsonValue value(int depth) {
        checkDepth(depth);
        char first = peek();
        if (first == '{') {
            return object(depth);
        }
        if (first == '[') {
            return array(depth);
        }
        if (first == '"') {
            return new JsonValue.StringValue(stringText());
        }
        if (takeWord("true")) {
            return new JsonValue.BooleanValue(true);
        }
        if (takeWord("false")) {
            return new JsonValue.BooleanValue(false);
        }
        if (takeWord("null")) {
            return JsonValue.NULL;
        }
        if (first != '-' && (first < '0' || first > '9')) {
            throw unexpected("a value");
        }
        return number();
    }

    /** Reads a number. */
    final JsonValue.NumberValue number() {
        peek();
        int start = at;
        try {
            return new JsonValue.NumberValue(numberText());
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()), start);
        }
    }

    /** Checks that a text is a number that can be calculated with at a bounded cost. */
    static void checkNumber(String json) {
        if (json.isEmpty() || numberEnd(json, 0) != json.length()) {
            throw new IllegalArgumentException("expected a number");
        }
        boolean hasExponent = json.indexOf('e') >= 0 || json.indexOf('E') >= 0;
        int digits = json.charAt(0) == '-' ? json.length() - 1 : json.length();
        if (digits > MAX_NUMBER || hasExponent && Math.abs(exponent(json)) > MAX_NUMBER) {
            throw new IllegalArgumentException("a number has more than " + MAX_NUMBER + " digits");
        }
    }

    private static long exponent(String json) {
        try {
            BigDecimal value = new BigDecimal(json);
            return value.signum() == 0 ? value.scale() : (long) value.precision() - value.scale();
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private JsonValue array(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        expect('[');
        if (!take(']')) {
            do {
                elements.add(value(depth + 1));
            } while (take(','));
            expect(']');
        }
        return new JsonValue.ArrayValue(elements);
    }

    private JsonValue object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        expect('{');
        if (!take('}')) {
            do {
                peek();
                int start = at;
                String name = stringText();
                expect(':');
                if (members.put(name, value(depth + 1)) != null) {
                    throw malformed("the member \"" + name + "\" is there twice", start);
                }
            } while (take(','));
            expect('}');
        }
        return new JsonValue.ObjectValue(members);
    }

    /**
     * Moves to a value of well-formed text, or to the name of the member that it is.
     *
     * @param path member names and element indexes (String and Integer), from the outermost on
     * @return the char it starts at
     */
    int find(List<?> path) {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i) instanceof Integer index) {
                expect('[');
                for (int skipped = 0; skipped < index; skipped++) {
                    skipValue();
                    expect(',');
                }
            } else {
                int nameStart = member(path.get(i));
                if (i == path.size() - 1) {
                    return nameStart;
                }
            }
        }
        peek();
        return at;
    }

    /** Moves to a member's value; gives the char at which its name starts. */
    private int member(Object wanted) {
        expect('{');
        while (true) {
            peek();
            int start = at;
            boolean found = stringText().equals(wanted);
            expect(':');
            if (found) {
                return start;
            }
            skipValue();
            expect(',');
        }
    }

    /** Moves to the value of an object's member, or, where there is none, beyond the object; tells which. */
    final boolean has(String member) {
        expect('{');
        if (take('}')) {
            return false;
        }
        do {
            boolean found = stringText().equals(member);
            expect(':');
            if (found) {
                return true;
            }
            skipValue();
        } while (take(','));
        expect('}');
        return false;
    }

    /** The member names and element indexes that lead to the value at a char; the text is well-formed up to there. */
    final List<Object> path(int offset) {
        List<Object> path = new ArrayList<>();
        leadsTo(offset, path);
        return path;
    }

    private boolean leadsTo(int offset, List<Object> path) {
        char first = peek();
        if (at == offset) {
            return true;
        }
        if (first != '{' && first != '[') {
            skipValue();
            return false;
        }
        char end = first == '{' ? '}' : ']';
        at++;
        if (take(end)) {
            return false;
        }
        int index = 0;
        do {
            if (first == '{') {
                path.add(stringText());
                expect(':');
            } else {
                path.add(index++);
            }
            if (leadsTo(offset, path)) {
                return true;
            }
            path.remove(path.size() - 1);
        } while (take(','));
        expect(end);
        return false;
    }
}
