package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.lint.LintFinding;
import dev.sluice.contract.pact.lint.LintRule;
import dev.sluice.contract.pact.lint.PactLint;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.verify.PactFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our contracts against the schema, and against what a change of it would leave of them. */
class ContractLintTest {
    private static final ContractSchema SCHEMA = Contracts.schema(Path.of(System.getProperty("sluice.root")));

    @TempDir
    private Path folder;

    @Test
    void ourContractsSayNothingThatTheSchemaDoesNot() throws IOException {
        Contracts.write(SCHEMA, folder);

        for (PactFile file : new PactFolder(folder).all()) {
            assertThat(PactLint.against(SCHEMA).check(file)).as(file.name()).isEmpty();
        }
    }

    @Test
    void aContractThatWasEditedByHandIsFound() throws IOException {
        Contracts.write(SCHEMA, folder);
        PactFile file = new PactFolder(folder.resolve("sluice-dashboard-sluice-worker.json"))
                .all()
                .get(0);
        String edited = file.text()
                .replaceFirst("\"ttlMs\": [0-9]+", "\"ttlMs\": 70000")
                .replaceFirst("\"available\"", "\"free\"");

        List<LintFinding> findings =
                PactLint.against(SCHEMA).check(PactFile.read("edited.json", edited.getBytes(StandardCharsets.UTF_8)));

        assertThat(findings).extracting(LintFinding::rule).contains(LintRule.CONSTRAINT, LintRule.UNKNOWN_FIELD);
        assertThat(findings)
                .anySatisfy(finding -> assertThat(finding.toString()).contains("ttl_ms: "));
    }
}
