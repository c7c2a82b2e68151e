package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a command line into words: at white space, but not within single or double quotes. */
final class Words {
    private Words() {}

    /** The words; empty where a quote does not end. */
    static Optional<List<String>> of(String line) {
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
        if (inWord) {
            words.add(word.toString());
        }
        return quote == 0 ? Optional.of(List.copyOf(words)) : Optional.empty();
    }
}
