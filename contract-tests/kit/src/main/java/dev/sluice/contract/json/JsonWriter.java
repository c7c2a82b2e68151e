package dev.sluice.contract.json;

import java.util.Map;

/** Writes a JSON value as compact text. */
public final class JsonWriter {
    private JsonWriter() {}

    /** The value as text, without white space, every character outside printable ASCII escaped. */
    public static String write(Json value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    private static void append(Json value, StringBuilder out) {
        if (value instanceof Json.Obj object) {
            String between = "{";
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                quote(member.getKey(), out.append(between));
                append(member.getValue(), out.append(':'));
                between = ",";
            }
            out.append(object.members().isEmpty() ? "{}" : "}");
        } else if (value instanceof Json.Arr array) {
            String between = "[";
            for (Json element : array.values()) {
                append(element, out.append(between));
                between = ",";
            }
            out.append(array.values().isEmpty() ? "[]" : "]");
        } else if (value instanceof Json.Str string) {
            quote(string.value(), out);
        } else if (value instanceof Json.Num number) {
            out.append(number.value());
        } else if (value instanceof Json.Bool bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
