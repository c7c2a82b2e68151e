package dev.sluice.lint.constraint;

import dev.sluice.schema.value.Value;
import java.util.Optional;

/** A google.protobuf.Duration or Timestamp as it is written in a constraint, be it valid or not. */
record Moment(long seconds, int nanos) {
    private static final int NANOS_OF_A_SECOND = 1_000_000_000;
    /** The longest duration, either way, that protovalidate computes with: some 292 years. */
    private static final long LONGEST_SECONDS = 9_223_372_036L;

    private static final int LONGEST_NANOS = 854_775_428;
    /** The year 1. */
    private static final long FIRST_SECOND = -62_135_596_800L;
    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    static Optional<Moment> of(Value value) {
        if (value instanceof Value.Message message) {
            long seconds = message.value().integer("seconds").orElse(0);
            return Optional.of(
                    new Moment(seconds, (int) message.value().integer("nanos").orElse(0)));
        }
        return Optional.empty();
    }

    /** What is wrong with it as a duration, after its name. */
    Optional<String> flawOfDuration() {
        if (nanos <= -NANOS_OF_A_SECOND || nanos >= NANOS_OF_A_SECOND) {
            return Optional.of("has a second or more of nanoseconds");
        }
        if (seconds > 0 && nanos < 0 || seconds < 0 && nanos > 0) {
            return Optional.of("has seconds and nanoseconds of different signs");
        }
        boolean tooLong = seconds > LONGEST_SECONDS || seconds == LONGEST_SECONDS && nanos > LONGEST_NANOS;
        boolean tooShort = seconds < -LONGEST_SECONDS || seconds == -LONGEST_SECONDS && nanos < -LONGEST_NANOS;
        return tooLong || tooShort ? Optional.of("is longer than 292 years") : Optional.empty();
    }

    /** What is wrong with it as a timestamp, after its name. */
    Optional<String> flawOfTimestamp() {
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return Optional.of("is not in the years 1 to 9999");
        }
        return nanos < 0 || nanos >= NANOS_OF_A_SECOND
                ? Optional.of("has nanoseconds that are not 0 to 999999999")
                : Optional.empty();
    }
}
