package dev.sluice.contract.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedProvider;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrialTest {
    private static final long SEED = 5;

    @Test
    void aCorrectProviderKeepsItsBoundsUnderABurst() {
        Trial.Outcome outcome =
                run(Fault.NONE, Workload.microburst(50, Duration.ofMillis(600), 40, Duration.ofMillis(200)), List.of());
        assertThat(outcome.verdict().outcome())
                .as(outcome.toString())
                .isIn(Verdict.Outcome.PASS, Verdict.Outcome.INCONCLUSIVE);
        assertThat(outcome.load().replies().keySet()).isSubsetOf(202, 503);
        assertThat(outcome.load().sent()).isEqualTo(110);
        assertThat(outcome.load().latency().getTotalCount()).isEqualTo(110);
    }

    @ParameterizedTest
    @EnumSource(ConnectionFault.class)
    void aCorrectProviderLosesNothingWhateverHappensToConnections(ConnectionFault fault) {
        Trial.Outcome outcome = run(Fault.NONE, Workload.flood(60), List.of(fault, ConnectionFault.NONE));
        assertThat(outcome.verdict().outcome()).as(outcome.toString()).isEqualTo(Verdict.Outcome.PASS);
        boolean breaks = fault == ConnectionFault.RESET || fault == ConnectionFault.HALF_A_REPLY;
        assertThat(outcome.load().replies().containsKey(0)).isEqualTo(breaks);
    }

    @Test
    void aProviderWithoutABoundIsFound() {
        Trial.Outcome outcome = run(Fault.TASK_PER_ITEM, Workload.flood(200), List.of());
        assertThat(outcome.verdict().outcome()).as(outcome.toString()).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(outcome.verdict().reason()).contains("calls were in progress at once, W = 2");
    }

    @Test
    void aProviderThatRunsWhatItRefusedIsFound() {
        Trial.Outcome outcome = run(Fault.ENQUEUE_THEN_REFUSE, Workload.flood(200), List.of());
        assertThat(outcome.verdict().reason()).contains("items were executed that were refused");
    }

    private static Trial.Outcome run(Fault fault, Workload workload, List<ConnectionFault> faults) {
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 4, fault)) {
            return Trials.run(scripted.provider(), workload, faults, 12, Profile.quick(), SEED);
        }
    }
}
