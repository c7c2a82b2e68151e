package dev.sluice.runtime.wellknown;

import dev.sluice.runtime.JsonReader;
import dev.sluice.runtime.JsonWriter;

/** The JSON form of google.protobuf.FieldMask: paths in lower camel case, joined by commas. */
final class FieldMaskJson {
    private FieldMaskJson() {}

    static void write(FieldMask value, JsonWriter out) {
        StringBuilder text = new StringBuilder();
        for (String path : value.paths()) {
            text.append(text.length() == 0 ? "" : ",");
            if (!camel(path, text)) {
                if (!out.redacts()) {
                    throw new IllegalStateException("the path " + path + " of a FieldMask has no JSON form");
                }
                text.append(path);
            }
        }
        out.string(text.toString());
    }

    /** Appends {@code max_size} as {@code maxSize}; false where reading that would give another path. */
    private static boolean camel(String path, StringBuilder text) {
        int start = text.length();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean under = c == '_';
            if (under) {
                c = ++i < path.length() ? path.charAt(i) : 'A';
            }
            if ((c >= 'A' && c <= 'Z') || (under && (c < 'a' || c > 'z'))) {
                text.setLength(start);
                return false;
            }
            text.append(under ? (char) (c - 'a' + 'A') : c);
        }
        return true;
    }

    static void read(FieldMask.Builder value, JsonReader in) {
        String text = in.string();
        if (text.isEmpty()) {
            return;
        }
        for (String path : text.split(",", -1)) {
            StringBuilder snake = new StringBuilder(path.length() + 8);
            for (int i = 0; i < path.length(); i++) {
                char c = path.charAt(i);
                if (c == '_') {
                    throw in.malformed("a path of a field mask is in lower camel case and has no '_'");
                }
                if (c >= 'A' && c <= 'Z') {
                    snake.append('_').append((char) (c - 'A' + 'a'));
                } else {
                    snake.append(c);
                }
            }
            value.addPaths(snake.toString());
        }
    }
}
