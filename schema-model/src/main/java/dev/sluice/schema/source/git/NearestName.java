package dev.sluice.schema.source.git;

import java.util.List;
import java.util.Optional;

/** The known name that somebody who wrote an unknown one may have meant. */
final class NearestName {
    private static final int MOST_COMPARED = 10_000;
    private static final int LONGEST_COMPARED = 200;

    private NearestName() {}

    /** The nearest of the known names: one that ends alike, as {@code origin/main} for {@code main}, or is spelled alike. */
    static Optional<String> of(String unknown, List<String> known) {
        String nearest = null;
        int least = Math.max(2, unknown.length() / 3) + 1;
        String last = unknown.substring(unknown.lastIndexOf('/') + 1);
        for (String name : known.subList(0, Math.min(known.size(), MOST_COMPARED))) {
            boolean endsAlike = name.equals(last) || name.endsWith("/" + last);
            int distance = endsAlike ? 1 : distance(unknown, name, least);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How many characters differ (Levenshtein), or at least {@code limit}. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit || Math.max(a.length(), b.length()) > LONGEST_COMPARED) {
            return limit;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
