package dev.sluice.runtime;

import java.util.Base64;
import java.util.function.Consumer;

/** Writes messages as JSON text in the proto3 mapping (protobuf.dev, ProtoJSON Format). Not safe for several threads. */
public final class JsonWriter {
    /** Text with more room than this is not kept for the next message of a thread. */
    private static final int KEPT = 1 << 16;

    private static final ThreadLocal<JsonText> IDLE = ThreadLocal.withInitial(() -> new JsonText(1024));

    private final JsonText out;
    private final JsonOptions options;
    private final boolean forPeople;
    private final boolean writesDefaults;
    private final boolean schemaNames;
    private boolean first = true;
    private String type = "";

    /** Starts empty. */
    public JsonWriter(JsonOptions options) {
        this(options, false, new JsonText(256));
    }

    private JsonWriter(JsonOptions options, boolean forPeople, JsonText out) {
        this.options = options;
        this.forPeople = forPeople;
        this.writesDefaults = options.defaults() == JsonDefaults.WRITE;
        this.schemaNames = options.schemaNames();
        this.out = out;
    }

    /** A message as JSON, written into the text that the thread keeps for this; generated code never calls this. */
    static String write(Message message, JsonOptions options) {
        return write(message::writeTo, options);
    }

    /**
     * A value as JSON, written into the text that the thread keeps for this.
     *
     * @param value writes the value, and does not call this
     */
    public static String write(Consumer<? super JsonWriter> value) {
        return write(value, JsonOptions.STANDARD);
    }

    private static String write(Consumer<? super JsonWriter> value, JsonOptions options) {
        JsonText text = IDLE.get();
        text.clear();
        try {
            value.accept(new JsonWriter(options, false, text));
            return text.toString();
        } finally {
            if (text.room() > KEPT) {
                IDLE.remove();
            }
        }
    }

    /**
     * The message as JSON for people to read: what the schema marks with {@code debug_redact} is hidden, and what has no
     * JSON form is shown in another one.
     */
    public static String show(Message message) {
        JsonWriter out = new JsonWriter(JsonOptions.STANDARD, true, new JsonText(256));
        message.writeTo(out);
        return out.toString();
    }

    /** Whether this is for people, and {@link #redacted} to be called where the schema says so. */
    public boolean redacts() {
        return forPeople;
    }

    /** Writes something in the place of a value that is not to be shown. */
    public void redacted() {
        out.quoted("[REDACTED]");
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
        out.ascii("null");
    }

    /** What has been written. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** Whether fields without presence are written where they hold their default. */
    public boolean writesDefaults() {
        return writesDefaults;
    }

    /** Begins a message or a map. */
    public void beginObject() {
        out.add('{');
        first = true;
        if (!type.isEmpty()) {
            key("@type");
            out.quoted(type);
            type = "";
        }
    }

    /** Ends a message or a map. */
    public void endObject() {
        out.add('}');
        first = false;
    }

    /** Begins the list of a repeated field. */
    public void beginList() {
        out.add('[');
        first = true;
    }

    /** Ends a list. */
    public void endList() {
        out.add(']');
        first = false;
    }

    /** Goes to the next element of a list. */
    public void element() {
        if (!first) {
            out.add(',');
        }
        first = false;
    }

    /** Begins the member of a message: its value is to follow. */
    public void member(JsonNames names, int index) {
        names.append(index, schemaNames, first, out);
        first = false;
    }

    /** Begins the entry of a map with a string key. */
    public void key(String key) {
        element();
        out.quoted(key);
        out.add(':');
    }

    /** Begins the entry of a map with a bool key. */
    public void key(boolean key) {
        element();
        out.ascii(key ? "\"true\":" : "\"false\":");
    }

    /** Begins the entry of a map with a signed key. */
    public void key(long key) {
        element();
        int64(key);
        out.add(':');
    }

    /** Begins the entry of a map with an unsigned 64-bit key. */
    public void unsignedKey(long key) {
        element();
        uint64(key);
        out.add(':');
    }

    /** Writes a signed 32-bit integer. */
    public void int32(int value) {
        out.number(value);
    }

    /** Writes an unsigned 32-bit integer. */
    public void uint32(int value) {
        out.number(value & 0xffffffffL);
    }

    /** Writes a signed 64-bit integer as a number, which the proto3 mapping does not. */
    public void integer(long value) {
        out.number(value);
    }

    /** Writes a number that is JSON text already (RFC 8259, 6). */
    public void number(String json) {
        out.ascii(json);
    }

    /** Writes a signed 64-bit integer, as a string. */
    public void int64(long value) {
        out.add('"');
        out.number(value);
        out.add('"');
    }

    /** Writes an unsigned 64-bit integer, as a string. */
    public void uint64(long value) {
        if (value >= 0) {
            int64(value);
        } else {
            out.quoted(Long.toUnsignedString(value));
        }
    }

    /** Writes a double, whole numbers below 2^53 without a fraction. */
    public void float64(double value) {
        if (value == (long) value && Math.abs(value) < 1L << 53 && (value != 0 || 1 / value > 0)) {
            out.number((long) value);
        } else if (Double.isNaN(value) || Double.isInfinite(value)) {
            out.quoted(Double.toString(value));
        } else if (!JsonDecimals.write(value, out)) {
            out.ascii(Double.toString(value));
        }
    }

    /** Writes a float, whole numbers below 2^24 without a fraction. */
    public void float32(float value) {
        if (value == (int) value && Math.abs(value) < 1 << 24 && (value != 0 || 1 / value > 0)) {
            out.number((int) value);
        } else if (Float.isNaN(value) || Float.isInfinite(value)) {
            out.quoted(Float.toString(value));
        } else {
            out.ascii(Float.toString(value));
        }
    }

    /** Writes a time in the years 1 to 9999 as RFC 3339 has it, in UTC, with 0, 3, 6 or 9 digits of a second. */
    public void time(long seconds, int nanos) {
        JsonTimes.time(seconds, nanos, out);
    }

    /** Writes a duration, of which both parts have one sign, as seconds with 0, 3, 6 or 9 decimals and an {@code s}. */
    public void duration(long seconds, int nanos) {
        JsonTimes.duration(seconds, nanos, out);
    }

    /** Writes a bool. */
    public void bool(boolean value) {
        out.ascii(value ? "true" : "false");
    }

    /** Writes a string. */
    public void string(String value) {
        out.quoted(value);
    }

    /** Writes bytes in base64 with padding. */
    public void bytes(Bytes value) {
        out.add('"');
        out.add(Base64.getEncoder().encode(value.content()), 0, true);
        out.add('"');
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
            out.ascii("null");
        } else if (name == null) {
            out.number(number);
        } else {
            out.quoted(name);
        }
    }

    static String quoted(String value) {
        JsonText quoted = new JsonText(value.length() + 2);
        quoted.quoted(value);
        return quoted.toString();
    }
}
