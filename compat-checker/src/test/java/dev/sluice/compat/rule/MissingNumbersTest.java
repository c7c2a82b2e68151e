package dev.sluice.compat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.descriptor.NumberRange;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissingNumbersTest {
    @Test
    void missingStretchesAreNamed() {
        List<NumberRange> ranges = List.of(new NumberRange(12, 15), new NumberRange(18, 18));

        assertThat(MissingNumbers.of(10, 20, ranges, 0)).isEqualTo("10 to 11, 16 to 17, 19 to 20");
    }

    @Test
    void exclusiveEndsAreTakenAsSuch() {
        assertThat(MissingNumbers.of(10, 20, List.of(new NumberRange(10, 21)), 1))
                .isEmpty();
        assertThat(MissingNumbers.of(10, 20, List.of(new NumberRange(10, 20)), 1))
                .isEqualTo("20");
    }

    @Test
    void agreesWithCountingOnRandomRanges() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            List<NumberRange> ranges = IntStream.range(0, random.nextInt(5))
                    .mapToObj(i -> {
                        int start = random.nextInt(30);
                        return new NumberRange(start, start + random.nextInt(8));
                    })
                    .toList();
            int start = random.nextInt(30);
            int last = start + random.nextInt(10);
            assertThat(MissingNumbers.of(start, last, ranges, 0))
                    .as("seed %d, round %d: %d to %d without %s", seed, round, start, last, ranges)
                    .isEqualTo(counted(start, last, ranges));
        }
    }

    private static String counted(int start, int last, List<NumberRange> ranges) {
        BitSet missing = new BitSet();
        missing.set(start, last + 1);
        ranges.forEach(range -> missing.clear(range.start(), range.end() + 1));
        StringJoiner words = new StringJoiner(", ");
        for (int from = missing.nextSetBit(0); from >= 0; ) {
            int to = missing.nextClearBit(from) - 1;
            words.add(from == to ? String.valueOf(from) : from + " to " + to);
            from = missing.nextSetBit(to + 1);
        }
        return words.toString();
    }
}
