package dev.sluice.compat.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logs are judged by the schema that OASIS published, as another library brings it. */
class SarifReporterTest {
    private static Schema published;

    @BeforeAll
    static void readThePublishedSchema() throws IOException {
        try (InputStream in = SarifReporterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema");
            published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);
        }
    }

    private static String log(Verdict verdict) throws IOException {
        String log = Samples.report(new SarifReporter(PathNames.below("protos")), verdict);
        assertThat(published.validate(log, InputFormat.JSON)).isEmpty();
        return log;
    }

    @Test
    void aLogWithEverythingIsValid() throws IOException {
        assertThat(log(Samples.FULL))
                .contains(
                        "\"ruleId\":\"FIELD_SAME_TYPE\",\"ruleIndex\":0,\"level\":\"error\"",
                        "\"uri\":\"protos/shop/order.proto\"",
                        "\"startLine\":14,\"startColumn\":3,\"endLine\":14,\"endColumn\":8",
                        "\"partialFingerprints\":{\"sluice/v1\":\"0123456789abcdef\"}",
                        "\"uri\":\"gone.proto\"",
                        "\"uri\":\"protos/a%20b/%C3%A4,%3A%25%5D%5D%3E%3C.proto\"",
                        "\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\"",
                        "\"toolConfigurationNotifications\":[{\"level\":\"warning\"");
    }

    @Test
    void aLogWithNothingIsValid() throws IOException {
        assertThat(log(Samples.CLEAN)).contains("\"results\":[]");
    }

    @Test
    void theSchemaRefusesWhatIsWrong() throws IOException {
        String log = log(Samples.FULL);

        assertThat(published.validate(log.replace("\"level\":\"error\"", "\"level\":\"fatal\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(published.validate(log.replace("\"startLine\":14", "\"startLine\":0"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void anAbsolutePathIsAFileUri() {
        assertThat(SarifUri.of("/a b/c.proto")).isEqualTo("file:///a%20b/c.proto");
    }
}
