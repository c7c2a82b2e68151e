package dev.sluice.runtime.json;

import dev.sluice.runtime.JsonScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON text into values, or finds the place of a value in it. */
final class JsonParser extends JsonScanner {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER = 1_000;

    JsonParser(String text) {
        super(text);
    }

    @Override
    protected String path() {
        return "";
    }

    JsonValue document() {
        JsonValue value = value(0);
        end();
        return value;
    }

    private JsonValue value(int depth) {
        char first = peek();
        if (depth > MAX_DEPTH) {
            throw malformed("objects and arrays nest more than " + MAX_DEPTH + " deep", at);
        }
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

    private JsonValue number() {
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
        if (json.length() > MAX_NUMBER || Math.abs(exponent(json)) > MAX_NUMBER) {
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
     * Moves to a value of well-formed text.
     *
     * @param path member names and element indexes (String and Integer), from the outermost on
     * @param toName whether the place of the last member's name is meant rather than that of its value
     * @return the char it starts at
     */
    int find(List<?> path, boolean toName) {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i) instanceof Integer index) {
                expect('[');
                for (int skipped = 0; skipped < index; skipped++) {
                    skipValue();
                    expect(',');
                }
            } else if (member(path.get(i), toName && i == path.size() - 1)) {
                return at;
            }
        }
        peek();
        return at;
    }

    /** Moves to a member's value, or to its name. */
    private boolean member(Object wanted, boolean toName) {
        expect('{');
        while (true) {
            peek();
            int start = at;
            boolean found = stringText().equals(wanted);
            if (found && toName) {
                at = start;
                return true;
            }
            expect(':');
            if (found) {
                return false;
            }
            skipValue();
            expect(',');
        }
    }
}
