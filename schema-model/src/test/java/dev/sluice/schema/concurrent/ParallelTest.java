package dev.sluice.schema.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void everyIndexIsWorkedOnOnce() {
        AtomicIntegerArray calls = new AtomicIntegerArray(1000);

        Parallel.forEach(1000, calls::incrementAndGet);

        for (int i = 0; i < 1000; i++) {
            assertThat(calls.get(i)).isOne();
        }
    }

    @Test
    void anExceptionOfTheWorkIsThrownToTheCaller() {
        assertThatThrownBy(() -> Parallel.forEach(1000, i -> {
                    if (i == 700) {
                        throw new IllegalStateException("at 700");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("at 700");
    }

    @Test
    void anErrorOfTheWorkIsThrownToTheCaller() {
        assertThatThrownBy(() -> Parallel.forEach(1000, i -> {
                    if (i == 700) {
                        throw new StackOverflowError("at 700");
                    }
                }))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("at 700");
    }
}
