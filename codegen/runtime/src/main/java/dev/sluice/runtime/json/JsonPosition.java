package dev.sluice.runtime.json;

import java.util.List;

/**
 * A place in JSON text.
 *
 * @param offset the char, from 0
 * @param line the line, from 1
 * @param column the char in the line, from 1
 */
public record JsonPosition(int offset, int line, int column) {

    /**
     * The place of a member's name, where the path ends with one, else of a value, in text that is well-formed JSON and has
     * it.
     *
     * @param path member names and element indexes (String and Integer), from the outermost on
     */
    public static JsonPosition ofName(String text, List<?> path) {
        return at(text, new JsonParser(text).find(path));
    }

    /** The place of a char. */
    static JsonPosition at(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new JsonPosition(offset, line, offset - lineStart + 1);
    }
}
