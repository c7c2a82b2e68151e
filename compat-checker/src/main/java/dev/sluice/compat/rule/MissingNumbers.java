package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.NumberRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Works out which numbers of a range are in no range of a list: splitting and merging ranges changes nothing. */
final class MissingNumbers {
    private static final long LARGEST_FIELD = 536_870_911;

    private MissingNumbers() {}

    /**
     * The missing stretches, as "26 to 30, 40"; empty where nothing is missing.
     *
     * @param start first number, inclusive
     * @param last last number, inclusive
     * @param endOffset what to take off the ends of {@code ranges} to make them inclusive: 1 for numbers of fields, 0 for
     *     those of enum values
     */
    static String of(long start, long last, List<NumberRange> ranges, int endOffset) {
        List<NumberRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(NumberRange::start));
        StringBuilder missing = new StringBuilder();
        long max = endOffset == 0 ? Integer.MAX_VALUE : LARGEST_FIELD;
        long next = start;
        for (NumberRange range : sorted) {
            long end = (long) range.end() - endOffset;
            if (range.start() > next) {
                append(missing, next, Math.min(range.start() - 1L, last), max);
            }
            next = Math.max(next, end + 1);
        }
        append(missing, next, last, max);
        return missing.toString();
    }

    private static void append(StringBuilder missing, long from, long to, long max) {
        if (from > to) {
            return;
        }
        if (missing.length() > 0) {
            missing.append(", ");
        }
        missing.append(from);
        if (to > from) {
            missing.append(" to ").append(to == max ? "max" : String.valueOf(to));
        }
    }
}
