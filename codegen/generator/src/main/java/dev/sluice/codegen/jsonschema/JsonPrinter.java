package dev.sluice.codegen.jsonschema;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Prints maps, lists, strings, numbers and bools as JSON text, two spaces a level. */
final class JsonPrinter {
    private final StringBuilder out = new StringBuilder();

    static String print(Object value) {
        JsonPrinter printer = new JsonPrinter();
        printer.value(value, "\n");
        return printer.out.append('\n').toString();
    }

    private void value(Object value, String lineStart) {
        if (value instanceof Map<?, ?> map) {
            object(map, lineStart);
        } else if (value instanceof List<?> list) {
            list(list, lineStart);
        } else if (value instanceof String text) {
            string(text);
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> map, String lineStart) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            out.append(lineStart).append("  ");
            string(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), lineStart + "  ");
            out.append(entries.hasNext() ? "," : lineStart);
        }
        out.append('}');
    }

    private void list(List<?> list, String lineStart) {
        out.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            out.append(lineStart).append("  ");
            value(elements.next(), lineStart + "  ");
            out.append(elements.hasNext() ? "," : lineStart);
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
