package dev.sluice.runtime.json;

import java.time.Duration;
import java.time.Period;
import java.util.regex.Pattern;

/**
 * A duration of calendar units, as {@code P1Y2M3DT4H5M6S} or {@code P2W} (RFC 3339, appendix A).
 *
 * @param text the duration as it was written
 */
public record IsoDuration(String text) {
    private static final Pattern FORM = Pattern.compile("P(?:\\d{1,9}W"
            + "|(?=.)(?:\\d{1,9}Y(?:\\d{1,9}M(?:\\d{1,9}D)?)?|\\d{1,9}M(?:\\d{1,9}D)?|\\d{1,9}D)?"
            + "(?:T(?:\\d{1,9}H(?:\\d{1,9}M(?:\\d{1,9}S)?)?|\\d{1,9}M(?:\\d{1,9}S)?|\\d{1,9}S))?)");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text is no such duration
     */
    public IsoDuration {
        if (!isDuration(text)) {
            throw new IllegalArgumentException("not a duration as P1Y2M3DT4H5M6S: " + text);
        }
    }

    /** Whether a text is such a duration. */
    static boolean isDuration(String text) {
        return text.length() <= 80 && FORM.matcher(text).matches();
    }

    /** The part before {@code T}: years, months, days, or weeks as days. */
    public Period period() {
        int time = text.indexOf('T');
        String date = time < 0 ? text : text.substring(0, time);
        return date.equals("P") ? Period.ZERO : Period.parse(date);
    }

    /** The part after {@code T}. */
    public Duration time() {
        int time = text.indexOf('T');
        return time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
    }

    /** The duration as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
