package dev.sluice.contract.pact.file;

import java.util.List;

/**
 * Finds places in a JSON text that is known to be well-formed.
 *
 * @param text the text
 */
record JsonText(String text) {

    /** An offset as a line and column, both from 1. */
    record Place(int line, int column) {}

    Place place(int offset) {
        int end = Math.min(offset, text.length());
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new Place(line, end - start + 1);
    }

    /**
     * Where a value begins; of a member, where its name does.
     *
     * @param way names of members and indexes of elements, from the root; what is not there is passed over
     */
    int offset(List<Object> way) {
        int at = space(0);
        int found = at;
        for (Object step : way) {
            int[] next = step instanceof Integer index ? element(at, index) : member(at, step.toString());
            if (next.length == 0) {
                return found;
            }
            found = next[0];
            at = next[1];
        }
        return found;
    }

    /** The offsets of a member's name and value; none where there is no such member. */
    private int[] member(int object, String name) {
        if (text.charAt(object) != '{') {
            return new int[0];
        }
        int at = space(object + 1);
        while (text.charAt(at) != '}') {
            int end = endOfString(at);
            int value = space(space(end) + 1);
            if (unescaped(text.substring(at + 1, end - 1)).equals(name)) {
                return new int[] {at, value};
            }
            at = afterComma(end(value));
        }
        return new int[0];
    }

    private int[] element(int array, int index) {
        if (text.charAt(array) != '[') {
            return new int[0];
        }
        int at = space(array + 1);
        for (int i = 0; text.charAt(at) != ']'; i++) {
            if (i == index) {
                return new int[] {at, at};
            }
            at = afterComma(end(at));
        }
        return new int[0];
    }

    private int afterComma(int end) {
        int at = space(end);
        return text.charAt(at) == ',' ? space(at + 1) : at;
    }

    /** The offset after a value. */
    private int end(int value) {
        int depth = 0;
        int at = value;
        do {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfString(at);
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                at++;
            }
        } while (at < text.length() && (depth > 0 || isScalarPart(value, at)));
        return at;
    }

    private boolean isScalarPart(int value, int at) {
        return "\"{[".indexOf(text.charAt(value)) < 0 && ",]} \t\r\n".indexOf(text.charAt(at)) < 0;
    }

    private int endOfString(int quote) {
        int at = quote + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int space(int from) {
        int at = from;
        while (at < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            switch (raw.charAt(i)) {
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> {
                    out.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> out.append(raw.charAt(i));
            }
        }
        return out.toString();
    }
}
