package dev.sluice.contract.provider;

import java.util.ArrayList;
import java.util.List;

/** Splits a command that somebody wrote in one line into words: at white space, but not within single or double quotes. */
public final class CommandWords {
    private CommandWords() {}

    /**
     * The words, at least one.
     *
     * @throws IllegalArgumentException if there is none, or a quote does not end
     */
    public static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : line.toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                word.append(quote == 0 ? "" : c);
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("has a quote that does not end");
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("names no program");
        }
        return List.copyOf(words);
    }
}
