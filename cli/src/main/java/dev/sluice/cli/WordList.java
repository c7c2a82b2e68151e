package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;

/** Options whose values are words or lists of words with commas. */
final class WordList {
    private WordList() {}

    /** The words of all values of an option. */
    static List<String> of(Arguments arguments, String option) throws CommandFailure {
        List<String> words = new ArrayList<>();
        for (String list : arguments.values(option)) {
            for (String word : list.split(",")) {
                if (!word.isBlank()) {
                    words.add(word.trim());
                }
            }
        }
        return words;
    }
}
