package dev.sluice.contract.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedMain;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestartTrialTest {
    private static final long SEED = 5;
    private static final Workload WORKLOAD = Workload.steady(200, Duration.ofMillis(600));

    @Test
    void aVolatileProviderThatForgetsAndGoesOnPasses() {
        Trial.Outcome outcome = run(Fault.NONE);
        assertThat(outcome.verdict().outcome())
                .as(outcome.toString())
                .isIn(Verdict.Outcome.PASS, Verdict.Outcome.INCONCLUSIVE);
        assertThat(outcome.load().accepted()).isNotEmpty();
        assertThat(outcome.load().replies().keySet()).isSubsetOf(0, 202, 503);
    }

    @Test
    void anEpochThatOutlivesARestartIsFound() {
        Trial.Outcome outcome = run(Fault.EPOCH_KEPT);
        assertThat(outcome.verdict().outcome()).as(outcome.toString()).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(outcome.verdict().reason()).contains("epoch is 1 before and after the restart");
    }

    @Test
    void anItemThatIsCompletedWithoutHavingBeenExecutedIsFound() {
        Trial.Outcome outcome = run(Fault.PHANTOM_COMPLETION);
        assertThat(outcome.verdict().outcome()).as(outcome.toString()).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(outcome.verdict().reason()).contains("items are COMPLETED that were never executed");
    }

    private static Trial.Outcome run(Fault fault) {
        ProviderCommand command = ProviderCommand.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedMain.class.getName(),
                        fault.name())
                .withLimits(2, 4)
                .readyWithin(Duration.ofSeconds(30));
        return RestartTrial.run(command, WORKLOAD, 12, Profile.quick(), SEED);
    }
}
