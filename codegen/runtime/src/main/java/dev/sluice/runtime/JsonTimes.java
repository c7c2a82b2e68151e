package dev.sluice.runtime;

import java.time.LocalDate;

/** Times and durations in the JSON forms of google.protobuf.Timestamp and Duration, with 0, 3, 6 or 9 digits of a second. */
final class JsonTimes {
    private static final int DAY = 86_400;

    private JsonTimes() {}

    /** Writes a time in the years 0 to 9999 in UTC (RFC 3339), quoted. */
    static void time(long seconds, int nanos, JsonText out) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
        int second = (int) Math.floorMod(seconds, (long) DAY);
        out.add('"');
        out.digits(date.getYear(), 4);
        two('-', date.getMonthValue(), out);
        two('-', date.getDayOfMonth(), out);
        two('T', second / 3600, out);
        two(':', second / 60 % 60, out);
        two(':', second % 60, out);
        fraction(nanos, out);
        out.add('Z');
        out.add('"');
    }

    /** Writes a duration whose parts have one sign, quoted. */
    static void duration(long seconds, int nanos, JsonText out) {
        out.add('"');
        if (seconds < 0 || nanos < 0) {
            out.add('-');
        }
        out.number(Math.abs(seconds));
        fraction(Math.abs(nanos), out);
        out.add('s');
        out.add('"');
    }

    private static void two(char before, int number, JsonText out) {
        out.add(before);
        out.digits(number, 2);
    }

    private static void fraction(int nanos, JsonText out) {
        if (nanos != 0) {
            out.add('.');
            if (nanos % 1_000_000 == 0) {
                out.digits(nanos / 1_000_000, 3);
            } else if (nanos % 1_000 == 0) {
                out.digits(nanos / 1_000, 6);
            } else {
                out.digits(nanos, 9);
            }
        }
    }
}
