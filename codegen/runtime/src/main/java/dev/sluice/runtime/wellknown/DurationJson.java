package dev.sluice.runtime.wellknown;

import dev.sluice.runtime.JsonReader;
import dev.sluice.runtime.JsonWriter;

/** The JSON form of google.protobuf.Duration: seconds with 0, 3, 6 or 9 decimals and an {@code s}. */
final class DurationJson {
    /** Some 10,000 years, as duration.proto has it. */
    private static final long GREATEST = 315_576_000_000L;

    private DurationJson() {}

    static void write(Duration value, JsonWriter out) {
        long seconds = value.seconds();
        int nanos = value.nanos();
        boolean mixed = (seconds < 0 && nanos > 0) || (seconds > 0 && nanos < 0);
        if (seconds < -GREATEST
                || seconds > GREATEST
                || nanos <= -Fraction.SECOND
                || nanos >= Fraction.SECOND
                || mixed) {
            if (!out.redacts()) {
                throw new IllegalStateException("a Duration of " + seconds + " s and " + nanos
                        + " ns is out of range or of two signs, and has no JSON form");
            }
            out.string(seconds + "s " + nanos + "ns");
            return;
        }
        out.duration(seconds, nanos);
    }

    static void read(Duration.Builder value, JsonReader in) {
        String text = in.string();
        int sign = text.startsWith("-") ? -1 : 1;
        int from = sign < 0 ? 1 : 0;
        int at = from;
        long seconds = 0;
        while (at < text.length() && at < from + 12 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            seconds = 10 * seconds + text.charAt(at++) - '0';
        }
        int nanos = at > from && text.endsWith("s") ? Fraction.parse(text.substring(at, text.length() - 1)) : -1;
        if (nanos < 0) {
            throw in.malformed("expected a duration such as \"1.5s\"");
        }
        if (seconds > GREATEST) {
            throw in.malformed("a duration of more than some 10,000 years");
        }
        value.seconds(sign * seconds).nanos(sign * nanos);
    }
}
