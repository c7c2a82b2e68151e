package dev.sluice.runtime.json;

import dev.sluice.runtime.MalformedMessageException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a type from JSON text, value by value. It stands at a value, which is to be read once; within objects and arrays at
 * what follows. Not safe for several threads.
 */
public final class JsonCursor extends JsonParser {
    private final Decisions decisions = new Decisions();
    private final Map<Integer, JsonValue> known = new HashMap<>();
    private boolean isRemembering;
    private boolean isFirst;
    private int depth;
    private int nameStart;
    private String name = "";

    private JsonCursor(String text) {
        super(text);
    }

    /** At the value that is the whole text. */
    public static JsonCursor of(String text) {
        return new JsonCursor(text);
    }

    /**
     * Reads the value.
     *
     * @throws MalformedMessageException if it is not JSON, as {@link JsonValue#parse} has it
     */
    public JsonValue value() {
        return value(depth);
    }

    @Override
    JsonValue value(int ofDepth) {
        if (!isRemembering) {
            return super.value(ofDepth);
        }
        int start = start();
        JsonValue value = super.value(ofDepth);
        known.put(start, value);
        return value;
    }

    /** Whether an assertion holds for the value, which is still to be read. */
    public boolean holds(JsonAssertion assertion) {
        int start = start();
        JsonValue value = known.get(start);
        if (value == null) {
            isRemembering = true;
            value = value();
            isRemembering = false;
            at = start;
        }
        return decisions.holds(assertion, value);
    }

    /**
     * Checks that nothing follows a value that was the whole text, and gives it back.
     *
     * @throws MalformedMessageException if something does
     */
    public <T> T whole(T value) {
        end();
        return value;
    }

    /** Where the value starts, a char from 0. */
    int start() {
        peek();
        return at;
    }

    /** A fault of a value. */
    MalformedMessageException malformed(int start, String reason) {
        JsonPosition position = JsonPosition.at(text, start);
        return MalformedMessageException.inJson(
                reason, start, position.line(), position.column(), shown(new JsonParser(text).path(start)));
    }

    private static String shown(List<Object> path) {
        StringBuilder shown = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer index) {
                shown.append('[').append(index.intValue()).append(']');
            } else {
                shown.append(shown.isEmpty() ? "" : ".").append(step);
            }
        }
        return shown.toString();
    }

    /** A fault of the value: it is of another type, or none. */
    MalformedMessageException mismatch(String wanted) {
        int start = start();
        String kind = isObject()
                ? "an object"
                : isArray() ? "an array" : isString() ? "a string" : isNumber() ? "a number" : value().toJson();
        return malformed(start, "expected " + wanted + ", found " + kind);
    }

    /** Reads over the value if it is null; tells whether it was. */
    public boolean takeNull() {
        return takeWord("null");
    }

    /** Whether the value is a string. */
    public boolean isString() {
        return peek() == '"';
    }

    /** Whether the value is a number. */
    public boolean isNumber() {
        char first = peek();
        return first == '-' || first >= '0' && first <= '9';
    }

    /** Whether the value is true or false. */
    public boolean isBoolean() {
        char first = peek();
        return first == 't' || first == 'f';
    }

    /** Whether the value is an array. */
    public boolean isArray() {
        return peek() == '[';
    }

    /** Whether the value is an object. */
    public boolean isObject() {
        return peek() == '{';
    }

    /** The string that a member of the object holds, which is still to be read; null where there is none. */
    public @Nullable String tag(String member) {
        int start = start();
        String tag = isObject() && has(member) && isString() ? stringText() : null;
        at = start;
        return tag;
    }

    /** Reads a string. */
    String string() {
        if (!isString()) {
            throw mismatch("a string");
        }
        return stringText();
    }

    /** Reads true or false. */
    boolean bool() {
        if (takeWord("true")) {
            return true;
        }
        if (takeWord("false")) {
            return false;
        }
        throw mismatch("true or false");
    }

    /** Reads a number. */
    JsonValue.NumberValue number(String wanted) {
        if (!isNumber()) {
            throw mismatch(wanted);
        }
        return number();
    }

    /** Reads a whole number. */
    BigInteger integer() {
        int start = start();
        JsonValue.NumberValue number = number("an integer");
        if (!number.isInteger()) {
            throw malformed(start, "expected an integer, found a fraction");
        }
        return number.value().toBigInteger();
    }

    /** Reads a whole number within bounds. */
    long integer(long least, long greatest) {
        int start = start();
        int end = plainEnd(start);
        long value;
        if (end > start) {
            value = Long.parseLong(text, start, end, 10);
            at = end;
        } else {
            BigInteger exact = integer();
            if (exact.bitLength() > 63) {
                throw outOfRange(start, least, greatest);
            }
            value = exact.longValue();
        }
        if (value < least || value > greatest) {
            throw outOfRange(start, least, greatest);
        }
        return value;
    }

    private MalformedMessageException outOfRange(int start, long least, long greatest) {
        return malformed(start, "an integer is not from " + least + " to " + greatest);
    }

    /** Where a number of up to 18 chars ends that is digits only but for its sign; 0 where none starts there. */
    private int plainEnd(int start) {
        int end = numberEnd(text, start);
        if (end < 0 || end - start > 18) {
            return 0;
        }
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        return end;
    }

    /** Begins the object that the value is, and gives the char it starts at. */
    public int beginObject() {
        int start = start();
        if (!take('{')) {
            throw mismatch("an object");
        }
        isFirst = true;
        return start;
    }

    /** Goes to the value of the next member of an object, or beyond the object; tells which. */
    public boolean nextMember() {
        if (!next('}')) {
            return false;
        }
        nameStart = start();
        name = stringText();
        expect(':');
        return true;
    }

    /** The name of the member whose value is next. */
    public String name() {
        return name;
    }

    /**
     * Reads the value of the member.
     *
     * @param before what a member of this name gave before; null where there was none
     */
    public <T> T member(@Nullable T before, JsonForm<T> form) {
        if (before != null) {
            throw malformed("the member \"" + name + "\" is there twice", nameStart);
        }
        return form.read(this);
    }

    /**
     * What a required member of an object gave.
     *
     * @param object where the object starts
     * @param member null where the member is absent
     */
    public <T> T required(int object, String name, @Nullable T member) {
        if (member == null) {
            throw malformed(object, "the required member \"" + name + "\" is absent");
        }
        return member;
    }

    /** Begins the array that the value is. */
    void beginArray() {
        if (!isArray()) {
            throw mismatch("an array");
        }
        at++;
        isFirst = true;
    }

    /** Goes to the next element of an array, or beyond the array; tells which. */
    boolean nextElement() {
        return next(']');
    }

    private boolean next(char end) {
        if (isFirst) {
            isFirst = false;
            if (take(end)) {
                return false;
            }
            depth++;
            checkDepth(depth);
            return true;
        }
        if (take(',')) {
            return true;
        }
        expect(end);
        depth--;
        return false;
    }
}
