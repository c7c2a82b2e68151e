package dev.sluice.runtime.wellknown;

import dev.sluice.runtime.JsonReader;
import dev.sluice.runtime.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The JSON form of google.protobuf.Timestamp: RFC 3339, years 1 to 9999, with 0, 3, 6 or 9 digits of a second. */
final class TimestampJson {
    static final long LEAST = LocalDate.of(1, 1, 1).toEpochDay() * 86_400;
    static final long GREATEST = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400 - 1;

    /** What follows the digits: a punctuation mark for each group, in order. */
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
        StringBuilder text = new StringBuilder(30);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(value.seconds(), 86_400));
        int second = (int) Math.floorMod(value.seconds(), 86_400L);
        Fraction.two(text, date.getYear() / 100);
        Fraction.two(text, date.getYear() % 100);
        Fraction.two(text.append('-'), date.getMonthValue());
        Fraction.two(text.append('-'), date.getDayOfMonth());
        Fraction.two(text.append('T'), second / 3600);
        Fraction.two(text.append(':'), second / 60 % 60);
        Fraction.two(text.append(':'), second % 60);
        Fraction.append(text, value.nanos());
        out.string(text.append('Z').toString());
    }

    static void read(Timestamp.Builder value, JsonReader in) {
        String text = in.string();
        int zone = Math.max(text.indexOf('Z'), Math.max(text.indexOf('+'), text.lastIndexOf('-')));
        int nanos = zone < SHAPE.length() ? -1 : Fraction.parse(text.substring(SHAPE.length(), zone));
        if (nanos < 0 || !hasShape(text) || !isZone(text.substring(zone))) {
            throw in.malformed("expected a time such as \"2026-01-31T10:00:00.5Z\"");
        }
        try {
            String plain = text.substring(0, SHAPE.length()) + text.substring(zone);
            long seconds = DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .parse(plain, Instant::from)
                    .getEpochSecond();
            if (seconds < LEAST || seconds > GREATEST) {
                throw in.malformed("a time that is not in the years 1 to 9999");
            }
            value.seconds(seconds).nanos(nanos);
        } catch (DateTimeException e) {
            throw in.malformed("there is no such time");
        }
    }

    private static boolean hasShape(String text) {
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            if (SHAPE.charAt(i) == 'd' ? c < '0' || c > '9' : c != SHAPE.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZone(String zone) {
        return zone.equals("Z") || (zone.length() == 6 && zone.charAt(3) == ':');
    }
}
