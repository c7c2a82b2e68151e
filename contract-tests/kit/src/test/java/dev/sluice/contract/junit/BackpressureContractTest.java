package dev.sluice.contract.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedProvider;
import dev.sluice.contract.tck.stage.Profile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class BackpressureContractTest {
    @Test
    void everyRuleIsATestNamedByTypeAndNumber() {
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 4, Fault.NONE)) {
            assertThat(face(scripted, RuleFilter.all()).contract())
                    .extracting(DynamicTest::getDisplayName)
                    .startsWith(
                            "required_1_1_boundedAdmission", "required_1_2_noOvercommit", "optional_1_2_noUndercommit")
                    .endsWith("required_10_4_malformedInput")
                    .hasSameSizeAs(Tck.rules(RuleFilter.all()));
        }
    }

    @Test
    void aFailureReadsLikeABugReport() {
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 4, Fault.OFF_BY_ONE_BOUND)) {
            assertThatThrownBy(tests(scripted, "1.1").get(0)::execute)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("rule 1.1 FAIL")
                    .hasMessageContaining("rule:     A provider MUST NOT hold more than")
                    .hasMessageContaining("found:    1 of 10 submissions were accepted while W + Q = 6 items were held")
                    .hasMessageContaining("correct:  With W items running and Q queued it refuses")
                    .hasMessageContaining("-> 503 QUEUE_FULL")
                    .hasMessageContaining("seed 1");
        }
    }

    @Test
    void anInconclusiveRequiredRuleFailsAndAnUnsupportedOptionalOneIsAborted() {
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 4, Fault.CHECK_THEN_ACT)) {
            assertThatThrownBy(tests(scripted, "1.2").get(1)::execute)
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("not supported: 28 of 28");
        }
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 4, Fault.SERIAL_WORKER)) {
            assertThatThrownBy(tests(scripted, "1.1").get(0)::execute)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageContaining("rule 1.1 INCONCLUSIVE")
                    .hasMessageContaining("FILL: the SINK saw 1 begins, not W = 2");
        }
    }

    private static List<Executable> tests(ScriptedProvider scripted, String rule) {
        return face(scripted, RuleFilter.only(rule))
                .contract()
                .map(DynamicTest::getExecutable)
                .toList();
    }

    private static BackpressureContract face(ScriptedProvider scripted, RuleFilter filter) {
        return new BackpressureContract() {
            @Override
            protected Provider provider() {
                return scripted.provider();
            }

            @Override
            protected RuleFilter filter() {
                return filter;
            }

            @Override
            protected Profile profile() {
                return Profile.standard().waitingAtMost(Duration.ofSeconds(3));
            }
        };
    }
}
