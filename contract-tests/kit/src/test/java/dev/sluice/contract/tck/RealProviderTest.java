package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider of another language, where one is given: properties {@code sluice.provider} and {@code sluice.provider.runs}. */
final class RealProviderTest {
    @ParameterizedTest(name = "W = {0}, Q = {1}")
    @CsvSource({"1, 0", "1, 1", "2, 4", "4, 16", "8, 3"})
    void everyRulePassesEveryTime(int concurrencyLimit, int queueLimit) {
        String program = System.getProperty("sluice.provider", "");
        assumeTrue(!program.isEmpty(), "no provider: set -Dsluice.provider=PROGRAM");
        assertThat(Path.of(program)).isExecutable();
        int runs = Integer.getInteger("sluice.provider.runs", 1);
        ProviderCommand command = ProviderCommand.of(program).withLimits(concurrencyLimit, queueLimit);
        try (ProviderProcess process = ProviderProcess.start(command)) {
            for (int run = 1; run <= runs; run++) {
                Report report =
                        Tck.run(process, command, RuleFilter.all(), Profile.standard(), run, RunListener.SILENT);
                System.out.printf(
                        "W %d Q %d run %d: %d of %d passed in %.1f s%n",
                        concurrencyLimit,
                        queueLimit,
                        run,
                        report.with(Verdict.Outcome.PASS).size(),
                        report.results().size(),
                        report.seconds());
                assertThat(report.with(Verdict.Outcome.PASS))
                        .as(TextReport.write(report))
                        .hasSameSizeAs(Tck.rules(RuleFilter.all()));
            }
        }
    }
}
