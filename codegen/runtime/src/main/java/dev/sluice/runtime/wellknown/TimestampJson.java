package dev.sluice.runtime.wellknown;

import dev.sluice.runtime.JsonReader;
import dev.sluice.runtime.JsonWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/** The JSON form of google.protobuf.Timestamp: RFC 3339, years 1 to 9999, with 0, 3, 6 or 9 digits of a second. */
final class TimestampJson {
    static final long LEAST = LocalDate.of(1, 1, 1).toEpochDay() * 86_400;
    static final long GREATEST = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400 - 1;

    /** Date and time; {@code d} stands for a digit. */
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private TimestampJson() {}

    static void write(Timestamp value, JsonWriter out) {
        if (value.seconds() < LEAST
                || value.seconds() > GREATEST
                || value.nanos() < 0
                || value.nanos() >= Fraction.SECOND) {
            if (!out.redacts()) {
                throw new IllegalStateException("a Timestamp of " + value.seconds() + " s and " + value.nanos()
                        + " ns is not in the years 1 to 9999 and has no JSON form");
            }
            out.string(value.seconds() + "s " + value.nanos() + "ns");
            return;
        }
        out.time(value.seconds(), value.nanos());
    }

    static void read(Timestamp.Builder value, JsonReader in) {
        String text = in.string();
        int zone = Math.max(text.indexOf('Z'), Math.max(text.indexOf('+'), text.lastIndexOf('-')));
        int nanos = zone < SHAPE.length() ? -1 : Fraction.parse(text.substring(SHAPE.length(), zone));
        if (nanos < 0 || !hasShape(text, 0, SHAPE) || !isZone(text, zone)) {
            throw in.malformed("expected a time such as \"2026-01-31T10:00:00.5Z\"");
        }
        try {
            int year = 100 * two(text, 0) + two(text, 2);
            long day = LocalDate.of(year, two(text, 5), two(text, 8)).toEpochDay();
            int second =
                    LocalTime.of(two(text, 11), two(text, 14), two(text, 17)).toSecondOfDay();
            long seconds = day * 86_400 + second - offset(text, zone);
            if (seconds < LEAST || seconds > GREATEST) {
                throw in.malformed("a time that is not in the years 1 to 9999");
            }
            value.seconds(seconds).nanos(nanos);
        } catch (DateTimeException e) {
            throw in.malformed("there is no such time");
        }
    }

    private static boolean hasShape(String text, int from, String shape) {
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(from + i);
            if (shape.charAt(i) == 'd' ? c < '0' || c > '9' : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZone(String text, int zone) {
        int length = text.length() - zone;
        return text.charAt(zone) == 'Z' ? length == 1 : length == 6 && hasShape(text, zone + 1, "dd:dd");
    }

    private static int offset(String text, int zone) {
        if (text.charAt(zone) == 'Z') {
            return 0;
        }
        int offset = LocalTime.of(two(text, zone + 1), two(text, zone + 4)).toSecondOfDay();
        return text.charAt(zone) == '-' ? -offset : offset;
    }

    private static int two(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }
}
