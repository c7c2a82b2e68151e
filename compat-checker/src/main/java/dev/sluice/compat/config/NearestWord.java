package dev.sluice.compat.config;

import java.util.List;
import java.util.Optional;

/** Finds the word a mistyped one was probably meant to be. */
final class NearestWord {
    private static final int LONGEST = 80;

    private NearestWord() {}

    /** {@code ; did you mean "X"?} with the known word that is nearest, or nothing where none is near. */
    static String hint(String word, List<String> known) {
        return find(word, known)
                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                .orElse("");
    }

    /** The known word with the fewest edits, if these are at most a third of the word's length. */
    static Optional<String> find(String word, List<String> known) {
        String nearest = null;
        if (word.length() <= LONGEST) {
            int fewest = Math.max(2, word.length() / 3) + 1;
            for (String candidate : known) {
                int edits = edits(word, candidate);
                if (edits < fewest) {
                    fewest = edits;
                    nearest = candidate;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The Levenshtein distance, of words that differ in case only 1. */
    private static int edits(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
