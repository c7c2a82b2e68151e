package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.ConfigurationResult;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Checks trees in tests, each by the configuration file it has. */
final class Checks {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private Checks() {}

    static Verdict verdict(InMemorySchemas olds, InMemorySchemas news) throws IOException, UnknownRuleException {
        return verdict(olds, news, CheckOptions.DEFAULT, TODAY);
    }

    /** The verdict, which is the same with and without leaving out what cannot have a finding. */
    static Verdict verdict(InMemorySchemas olds, InMemorySchemas news, CheckOptions options, LocalDate today)
            throws IOException, UnknownRuleException {
        CheckPlan plan = new CheckPlan(configuration(news), options, today);
        Verdict full = verdict(olds, news, plan, false);
        assertThat(verdict(olds, news, plan, true)).isEqualTo(full);
        return full;
    }

    private static Verdict verdict(InMemorySchemas olds, InMemorySchemas news, CheckPlan plan, boolean skip)
            throws IOException, UnknownRuleException {
        SourceCheck.Outcome outcome = new WorkspaceCheck(List.of(), plan, skip)
                .run(olds, configuration(olds).modules(), news);
        assertThat(outcome).isInstanceOf(SourceCheck.Compared.class);
        return ((SourceCheck.Compared) outcome).verdict();
    }

    static Configuration configuration(SchemaSource tree) throws IOException {
        Optional<ConfigurationResult> result = ConfigurationReader.find(tree, "");
        if (result.isEmpty()) {
            return Configuration.DEFAULT;
        }
        assertThat(result.get()).isInstanceOf(ConfigurationResult.Read.class);
        return ((ConfigurationResult.Read) result.get()).configuration();
    }

    /** {@code path:line:column RULE} of each finding, {@code -} for a path that is gone. */
    static List<String> describe(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.newPath().orElse("-") + ":"
                        + finding.position().startLine() + ":"
                        + finding.position().startColumn() + " " + finding.rule())
                .toList();
    }
}
