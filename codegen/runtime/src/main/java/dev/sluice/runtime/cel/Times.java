package dev.sluice.runtime.cel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Points and spans of time; points are from year 1 to 9999. */
public final class Times {
    private static final long MIN = -62_135_596_800L;
    private static final long MAX = 253_402_300_799L;

    private Times() {}

    /** Compares a point of time with one given in seconds and nanoseconds, without making an object. */
    public static int compare(Instant left, long seconds, int nanos) {
        int bySeconds = Long.compare(left.getEpochSecond(), seconds);
        return bySeconds != 0 ? bySeconds : Integer.compare(left.getNano(), nanos);
    }

    /** A message's point of time. */
    public static Instant timestamp(long seconds, int nanos) {
        return checked(Instant.ofEpochSecond(Math.max(MIN - 1, Math.min(seconds, MAX + 1)), nanos));
    }

    /** A message's span of time. */
    public static Duration duration(long seconds, int nanos) {
        return Duration.ofSeconds(seconds, nanos);
    }

    private static Instant checked(Instant time) {
        if (time.getEpochSecond() < MIN || time.getEpochSecond() > MAX) {
            throw new ArithmeticException("timestamp overflow");
        }
        return time;
    }

    /**
     * A point of time so much later.
     *
     * @throws ArithmeticException if it is out of range
     */
    public static Instant plus(Instant time, Duration span) {
        return checked(time.plus(span));
    }

    /**
     * A point of time so much earlier.
     *
     * @throws ArithmeticException if it is out of range
     */
    public static Instant minus(Instant time, Duration span) {
        return checked(time.minus(span));
    }

    /** A point of time by seconds since 1970. */
    public static Instant ofSeconds(long seconds) {
        if (seconds < MIN || seconds > MAX) {
            throw new ArithmeticException("timestamp overflow");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** A point of time in a time zone: a name, or an offset such as {@code -08:00}. */
    public static ZonedDateTime in(Instant time, String zone) {
        try {
            boolean isOffset = zone.indexOf(':') > 0 && Character.isDigit(zone.charAt(0));
            return time.atZone(ZoneId.of(isOffset ? "+" + zone : zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no time zone " + zone, e);
        }
    }

    /** A point of time in UTC. */
    public static ZonedDateTime utc(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }
}
