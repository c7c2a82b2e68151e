package dev.sluice.runtime;

import java.util.Base64;

/** Writes messages as JSON text in the proto3 mapping (protobuf.dev, ProtoJSON Format). Not safe for several threads. */
public final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(256);
    private final JsonOptions options;
    private final boolean forPeople;
    private boolean first = true;
    private String type = "";

    /** Starts empty. */
    public JsonWriter(JsonOptions options) {
        this(options, false);
    }

    private JsonWriter(JsonOptions options, boolean forPeople) {
        this.options = options;
        this.forPeople = forPeople;
    }

    /**
     * The message as JSON for people to read: what the schema marks with {@code debug_redact} is hidden, and what has no
     * JSON form is shown in another one.
     */
    public static String show(Message message) {
        JsonWriter out = new JsonWriter(JsonOptions.STANDARD, true);
        message.writeTo(out);
        return out.toString();
    }

    /** Whether this is for people, and {@link #redacted} to be called where the schema says so. */
    public boolean redacts() {
        return forPeople;
    }

    /** Writes something in the place of a value that is not to be shown. */
    public void redacted() {
        out.append("\"[REDACTED]\"");
    }

    /** What the writer was made with. */
    public JsonOptions options() {
        return options;
    }

    /** Lets the object that begins next have {@code @type} as its first member. */
    public void typed(String typeUrl) {
        type = typeUrl;
    }

    /** Writes null. */
    public void nullValue() {
        out.append("null");
    }

    /** Writes a text that needs no escapes, quoted. */
    void plain(CharSequence value) {
        out.append('"').append(value).append('"');
    }

    /** What has been written. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** Whether fields without presence are written where they hold their default. */
    public boolean writesDefaults() {
        return options.defaults() == JsonDefaults.WRITE;
    }

    /** Begins a message or a map. */
    public void beginObject() {
        out.append('{');
        first = true;
        if (!type.isEmpty()) {
            key("@type");
            quote(type, out);
            type = "";
        }
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
        out.append(options.schemaNames() ? names.quotedInSchema(index) : names.quoted(index))
                .append(':');
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

    /** Writes the extensions among these fields that the options know. */
    public void extensions(String extended, UnknownFields fields) {
        if (!fields.isEmpty()) {
            for (Extension<?, ?> extension : options.types().extensionsOf(extended)) {
                extension.toJson(fields, this);
            }
        }
    }

    /** Writes an enum value: its name, or its number where the enum does not declare it. */
    public void enumNumber(int number, EnumNames names) {
        String name = options.enumNumbers() ? null : names.name(number);
        if (names.isNull()) {
            out.append("null");
        } else if (name == null) {
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
            } else if (Character.isSurrogate(unit)) {
                if (i + 1 < value.length() && Character.isSurrogatePair(unit, value.charAt(i + 1))) {
                    i++;
                } else {
                    out.append(value, from, i).append('\uFFFD');
                    from = i + 1;
                }
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
