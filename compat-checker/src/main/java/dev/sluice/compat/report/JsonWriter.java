package dev.sluice.compat.report;

import java.io.IOException;

/** Writes JSON (RFC 8259) on one line, commas included. */
final class JsonWriter {
    private final Appendable out;
    private boolean first = true;

    JsonWriter(Appendable out) {
        this.out = out;
    }

    JsonWriter object() throws IOException {
        return open('{');
    }

    JsonWriter array() throws IOException {
        return open('[');
    }

    JsonWriter endObject() throws IOException {
        return close('}');
    }

    JsonWriter endArray() throws IOException {
        return close(']');
    }

    /** Starts a member of an object; its value follows. */
    JsonWriter key(String key) throws IOException {
        comma();
        string(key);
        out.append(':');
        first = true;
        return this;
    }

    JsonWriter value(String value) throws IOException {
        comma();
        string(value);
        return this;
    }

    JsonWriter value(int value) throws IOException {
        comma();
        out.append(String.valueOf(value));
        return this;
    }

    JsonWriter value(boolean value) throws IOException {
        comma();
        out.append(String.valueOf(value));
        return this;
    }

    JsonWriter member(String key, String value) throws IOException {
        return key(key).value(value);
    }

    JsonWriter member(String key, int value) throws IOException {
        return key(key).value(value);
    }

    private JsonWriter open(char bracket) throws IOException {
        comma();
        out.append(bracket);
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) throws IOException {
        out.append(bracket);
        first = false;
        return this;
    }

    private void comma() throws IOException {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void string(String value) throws IOException {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029) {
                        out.append("\\u")
                                .append(hex(c >> 12))
                                .append(hex(c >> 8))
                                .append(hex(c >> 4))
                                .append(hex(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static char hex(int digit) {
        return "0123456789abcdef".charAt(digit & 0xf);
    }
}
