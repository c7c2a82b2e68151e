package dev.sluice.contract.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.tck.ClientTck;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.scripted.ClientFault;
import dev.sluice.contract.tck.scripted.ScriptedClient;
import java.nio.file.Path;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

final class ClientContractTest {
    @Test
    void everyRuleIsATestNamedByTypeAndNumber() {
        assertThat(new Face(ClientFault.NONE, RuleFilter.all()).contract())
                .extracting(DynamicTest::getDisplayName)
                .startsWith("required_11_1_creditsKept")
                .contains("stochastic_11_4_jitterKept")
                .endsWith("required_11_7_oneProbe")
                .hasSameSizeAs(ClientTck.rules(RuleFilter.all()));
    }

    @Test
    void aFailureReadsLikeABugReport() {
        DynamicTest budget = new Face(ClientFault.NO_BUDGET, RuleFilter.only("11.5"))
                .contract()
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(budget.getExecutable()::execute)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("rule 11.5 FAIL")
                .hasMessageContaining("rule:     The retry budget MUST hold.")
                .hasMessageContaining("found:    ")
                .hasMessageContaining("made 500 submissions, not 104")
                .hasMessageContaining("correct:  ")
                .hasMessageContaining("seed 1");
    }

    private static final class Face extends ClientContract {
        private final ClientFault fault;
        private final RuleFilter filter;

        Face(ClientFault fault, RuleFilter filter) {
            this.fault = fault;
            this.filter = filter;
        }

        @Override
        protected ClientCommand command() {
            return scripted(fault);
        }

        @Override
        protected RuleFilter filter() {
            return filter;
        }
    }

    static ClientCommand scripted(ClientFault fault) {
        return ClientCommand.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedClient.class.getName(),
                fault.name());
    }
}
