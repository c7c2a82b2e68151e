package dev.sluice.contract.pact.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IntegerRangeTest {
    private static final long SEED = Long.getLong("sluice.seed", 20261126L);

    @Test
    void matchesExactlyTheNumbersWithinSmallBounds() {
        for (int min = -25; min <= 125; min += 7) {
            for (int max = min; max <= 130; max += 5) {
                Pattern pattern = Pattern.compile(IntegerRange.regex(BigInteger.valueOf(min), BigInteger.valueOf(max)));
                for (int number = -130; number <= 1100; number++) {
                    assertThat(pattern.matcher(Integer.toString(number)).matches())
                            .as("%d in %d..%d by %s", number, min, max, pattern)
                            .isEqualTo(number >= min && number <= max);
                }
            }
        }
    }

    @Test
    void matchesExactlyTheNumbersWithinBoundsOfAnySize() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            BigInteger one = number(random);
            BigInteger other = number(random);
            BigInteger min = one.min(other);
            BigInteger max = one.max(other);
            Pattern pattern = Pattern.compile(IntegerRange.regex(min, max));
            BigInteger[] probes = {min, max, min.subtract(BigInteger.ONE), max.add(BigInteger.ONE), number(random)};
            for (BigInteger probe : probes) {
                assertThat(pattern.matcher(probe.toString()).matches())
                        .as("%s in %s..%s by %s, seed %d", probe, min, max, pattern, SEED)
                        .isEqualTo(probe.compareTo(min) >= 0 && probe.compareTo(max) <= 0);
            }
        }
    }

    @Test
    void takesOnlyTheCanonicalText() {
        Pattern pattern = Pattern.compile(IntegerRange.regex(BigInteger.ZERO, BigInteger.valueOf(100)));

        assertThat(new String[] {"007", "1.0", "+1", "1e2", "-0", "", "100 "})
                .noneMatch(text -> pattern.matcher(text).matches());
    }

    @Test
    void nothingLiesWithinBoundsThatAreTheWrongWayRound() {
        Pattern pattern = Pattern.compile(IntegerRange.regex(BigInteger.TEN, BigInteger.ONE));

        assertThat(pattern.matcher("5").matches()).isFalse();
    }

    private static BigInteger number(Random random) {
        BigInteger magnitude = new BigInteger(1 + random.nextInt(64), random);
        return random.nextInt(3) == 0 ? magnitude.negate() : magnitude;
    }
}
