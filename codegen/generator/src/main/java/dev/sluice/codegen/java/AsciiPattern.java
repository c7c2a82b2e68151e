package dev.sluice.codegen.java;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that asks for characters of one ASCII set, so many of them, and is checked without a regular expression.
 *
 * @param low the characters 0 to 63 of the set, a bit each
 * @param high the characters 64 to 127
 * @param min the least number of characters
 * @param max the greatest number of characters
 */
public record AsciiPattern(long low, long high, int min, int max) {
    private static final Pattern FORM =
            Pattern.compile("\\^\\[([A-Za-z0-9._ \\-/@:#]+)\\](?:([*+?])|\\{(\\d{1,6})(?:(,)(\\d{1,6})?)?\\})?\\$");

    /** The pattern in this form, if it has it. */
    public static Optional<AsciiPattern> of(String pattern) {
        Matcher form = FORM.matcher(pattern);
        if (!form.matches()) {
            return Optional.empty();
        }
        String set = form.group(1);
        long[] bits = new long[2];
        for (int i = 0; i < set.length(); i++) {
            char first = set.charAt(i);
            char last = first;
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                last = set.charAt(i + 2);
                i += 2;
            }
            if (first > last) {
                return Optional.empty();
            }
            for (char c = first; c <= last; c++) {
                bits[c >> 6] |= 1L << c;
            }
        }
        int min = 1;
        int max = 1;
        if (form.group(2) != null) {
            min = form.group(2).equals("+") ? 1 : 0;
            max = form.group(2).equals("?") ? 1 : Integer.MAX_VALUE;
        } else if (form.group(3) != null) {
            min = Integer.parseInt(form.group(3));
            max = form.group(4) == null
                    ? min
                    : form.group(5) == null ? Integer.MAX_VALUE : Integer.parseInt(form.group(5));
        }
        return Optional.of(new AsciiPattern(bits[0], bits[1], min, max));
    }
}
