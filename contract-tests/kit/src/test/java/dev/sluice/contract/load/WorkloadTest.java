package dev.sluice.contract.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkloadTest {
    @Test
    void aSteadyLoadIsEvenlySpaced() {
        assertThat(Workload.steady(10, Duration.ofSeconds(1)).dueNanos())
                .hasSize(10)
                .startsWith(0L, 100_000_000L)
                .endsWith(900_000_000L);
    }

    @Test
    void aRampRisesAsItsIntegralSays() {
        long[] due = Workload.ramp(0, 100, Duration.ofSeconds(2)).dueNanos();
        assertThat(due).hasSize(100).isSorted();
        assertThat(Arrays.stream(due).filter(at -> at < 1_000_000_000L).count()).isBetween(24L, 26L);
    }

    @Test
    void aBurstIsInOneMoment() {
        long[] due = Workload.microburst(10, Duration.ofSeconds(1), 50, Duration.ofMillis(400))
                .dueNanos();
        assertThat(due).hasSize(110).isSorted();
        assertThat(Arrays.stream(due).filter(at -> at == 800_000_000L).count()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void recoveryHasTenTimesTheRateInItsMiddle() {
        long[] due = Workload.recovery(10, Duration.ofSeconds(3)).dueNanos();
        assertThat(due).hasSize(120).isSorted();
        assertThat(Arrays.stream(due)
                        .filter(at -> at >= 1_000_000_000L && at < 2_000_000_000L)
                        .count())
                .isEqualTo(100);
    }

    @Test
    void aTraceHasTheTimesOfItsColumn() {
        assertThat(Workload.trace("tenant,offset_ms\na,0\nb,1.5\na,20\n").dueNanos())
                .containsExactly(0, 1_500_000, 20_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "time\n1", "offset_ms\nx", "offset_ms\n5\n4", "tenant,offset_ms\na"})
    void aTraceThatIsNoneIsRefusedWithItsLine(String csv) {
        assertThatThrownBy(() -> Workload.trace(csv))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line ");
    }
}
