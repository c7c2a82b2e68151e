package dev.sluice.runtime.wellknown;

import java.time.DateTimeException;
import java.time.Instant;

/** google.protobuf.Timestamp and Duration as the types of java.time, and back. */
public final class Times {
    private static final int SECOND = 1_000_000_000;

    private Times() {}

    /** The instant; the nearest there is, where it is beyond {@link Instant#MIN} or {@link Instant#MAX}. */
    public static Instant instant(Timestamp timestamp) {
        try {
            return Instant.ofEpochSecond(timestamp.seconds(), timestamp.nanos());
        } catch (DateTimeException | ArithmeticException e) {
            return timestamp.seconds() < 0 ? Instant.MIN : Instant.MAX;
        }
    }

    /** The timestamp of an instant, exactly. */
    public static Timestamp timestamp(Instant instant) {
        return Timestamp.builder()
                .seconds(instant.getEpochSecond())
                .nanos(instant.getNano())
                .build();
    }

    /** The duration; the nearest there is, where its seconds exceed a long. */
    public static java.time.Duration javaDuration(Duration duration) {
        try {
            return java.time.Duration.ofSeconds(duration.seconds(), duration.nanos());
        } catch (ArithmeticException e) {
            return java.time.Duration.ofSeconds(duration.seconds(), duration.nanos() < 0 ? 0 : SECOND - 1);
        }
    }

    /** The duration with nanoseconds of the sign of its seconds, as google.protobuf.Duration wants them; exactly. */
    public static Duration duration(java.time.Duration duration) {
        long seconds = duration.getSeconds();
        int nanos = duration.getNano();
        if (seconds < 0 && nanos > 0) {
            seconds++;
            nanos -= SECOND;
        }
        return Duration.builder().seconds(seconds).nanos(nanos).build();
    }
}
