package dev.sluice.compat.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GitLabReporterTest {
    /** What GitLab's documentation demands of each entry. */
    private static final String DEMANDS = """
            {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["description", "check_name", "fingerprint", "severity", "location"],
                "properties": {
                  "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                  "location": {
                    "required": ["path", "lines"],
                    "properties": {
                      "path": {"type": "string", "pattern": "^[^./]"},
                      "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}
                    }
                  }
                }
              }
            }
            """;

    @Test
    void everyEntryHasWhatGitLabWants() throws IOException {
        String report = Samples.report(new GitLabReporter(PathNames.below("./protos")), Samples.FULL);

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(DEMANDS)
                        .validate(report, InputFormat.JSON))
                .isEmpty();
        assertThat(report)
                .contains("\"path\":\"protos/shop/order.proto\",\"lines\":{\"begin\":14,\"end\":14}")
                .doesNotContain("RPC_NO_DELETE");
        assertThat(Samples.report(new GitLabReporter(PathNames.PLAIN), Samples.CLEAN))
                .isEqualTo("[]\n");
    }
}
