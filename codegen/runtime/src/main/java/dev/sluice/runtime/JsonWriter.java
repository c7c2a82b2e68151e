package dev.sluice.runtime;

import java.util.Base64;

/** Writes messages as JSON text in the proto3 mapping (protobuf.dev, ProtoJSON Format). Not safe for several threads. */
public final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(256);
    private final JsonDefaults defaults;
    private boolean first = true;

    /** Starts empty. */
    public JsonWriter(JsonDefaults defaults) {
        this.defaults = defaults;
    }

    /** What has been written. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** Whether fields without presence are written where they hold their default. */
    public boolean writesDefaults() {
        return defaults == JsonDefaults.WRITE;
    }

    /** Begins a message or a map. */
    public void beginObject() {
        out.append('{');
        first = true;
    }

    /** Ends a message or a map. */
    public void endObject() {
        out.append('}');
        first = false;
    }

    /** Begins the list of a repeated field. */
    public void beginList() {
        out.append('[');
        first = true;
    }

    /** Ends a list. */
    public void endList() {
        out.append(']');
        first = false;
    }

    /** Goes to the next element of a list. */
    public void element() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    /** Begins the member of a message: its value is to follow. */
    public void member(JsonNames names, int index) {
        element();
        out.append(names.quoted(index)).append(':');
    }

    /** Begins the entry of a map with a string key. */
    public void key(String key) {
        element();
        quote(key, out);
        out.append(':');
    }

    /** Begins the entry of a map with a bool key. */
    public void key(boolean key) {
        element();
        out.append('"').append(key).append("\":");
    }

    /** Begins the entry of a map with a signed key. */
    public void key(long key) {
        element();
        out.append('"').append(key).append("\":");
    }

    /** Begins the entry of a map with an unsigned 64-bit key. */
    public void unsignedKey(long key) {
        element();
        out.append('"').append(Long.toUnsignedString(key)).append("\":");
    }

    /** Writes a signed 32-bit integer. */
    public void int32(int value) {
        out.append(value);
    }

    /** Writes an unsigned 32-bit integer. */
    public void uint32(int value) {
        out.append(value & 0xffffffffL);
    }

    /** Writes a signed 64-bit integer, as a string. */
    public void int64(long value) {
        out.append('"').append(value).append('"');
    }

    /** Writes an unsigned 64-bit integer, as a string. */
    public void uint64(long value) {
        if (value >= 0) {
            int64(value);
        } else {
            out.append('"').append(Long.toUnsignedString(value)).append('"');
        }
    }

    /** Writes a double, whole numbers below 2^53 without a fraction. */
    public void float64(double value) {
        if (value == (long) value && Math.abs(value) < 1L << 53 && (value != 0 || 1 / value > 0)) {
            out.append((long) value);
        } else if (Double.isNaN(value) || Double.isInfinite(value)) {
            out.append('"').append(value).append('"');
        } else {
            out.append(value);
        }
    }

    /** Writes a float, whole numbers below 2^24 without a fraction. */
    public void float32(float value) {
        if (value == (int) value && Math.abs(value) < 1 << 24 && (value != 0 || 1 / value > 0)) {
            out.append((int) value);
        } else if (Float.isNaN(value) || Float.isInfinite(value)) {
            out.append('"').append(value).append('"');
        } else {
            out.append(value);
        }
    }

    /** Writes a bool. */
    public void bool(boolean value) {
        out.append(value);
    }

    /** Writes a string. */
    public void string(String value) {
        quote(value, out);
    }

    /** Writes bytes in base64 with padding. */
    public void bytes(Bytes value) {
        out.append('"')
                .append(Base64.getEncoder().encodeToString(value.content()))
                .append('"');
    }

    /** Writes an enum value: its name, or its number where the enum does not declare it. */
    public void enumNumber(int number, EnumNames names) {
        String name = names.name(number);
        if (name == null) {
            out.append(number);
        } else {
            out.append('"').append(name).append('"');
        }
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2);
        quote(value, quoted);
        return quoted.toString();
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (unit >= ' ' && unit != '"' && unit != '\\' && unit < 0x7f) {
                continue;
            }
            if (unit <= 0x7f || unit == '\u2028' || unit == '\u2029') {
                out.append(value, from, i);
                escape(unit, out);
                from = i + 1;
            }
        }
        out.append(value, from, value.length()).append('"');
    }

    private static void escape(char unit, StringBuilder out) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u").append(HEX[unit >> 12]).append(HEX[unit >> 8 & 15]);
                out.append(HEX[unit >> 4 & 15]).append(HEX[unit & 15]);
            }
        }
    }
}
