package dev.sluice.compat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubReporterTest {
    private static List<String> lines(Verdict verdict) throws IOException {
        return Samples.report(new GitHubReporter(PathNames.below("protos")), verdict)
                .lines()
                .toList();
    }

    @Test
    void findingsAreCommandsAndNothingInThemIs() throws IOException {
        assertThat(lines(Samples.FULL))
                .containsExactly(
                        "::error file=gone.proto,line=1,endLine=1,title=FILE_NO_DELETE::it was deleted",
                        "::error file=protos/shop/order.proto,line=14,endLine=14,col=3,endColumn=8,"
                                + "title=FIELD_SAME_TYPE::field 3 changed",
                        "::warning file=protos/a b/ä%2C%3A%25]]><.proto,line=14,endLine=14,col=3,endColumn=8,"
                                + "title=FILE_SAME_GO_PACKAGE::\"x\\u001b[31m\\n::error::<script>&\\u0000|@all `a` ]]> "
                                + "\uD800" + "\\" + "u202e%250A",
                        "::warning file=sluice.yaml,line=3,col=5::this waiver matches nothing",
                        "::warning::no rule is left",
                        "3 breaking changes (2 errors, 1 warning), 1 waived");
    }

    @Test
    void theWorstTenOfEachSeverityAreAnnotatedAndTheRestIsNotLost() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            findings.add(Samples.finding("FILE_SAME_GO_PACKAGE", Severity.WARNING, "w" + i + ".proto", "warned"));
            findings.add(Samples.finding("FILE_SAME_GO_PACKAGE", Severity.ERROR, "s" + i + ".proto", "source"));
        }
        findings.add(Samples.finding("FIELD_SAME_NAME", Severity.ERROR, "json.proto", "json"));
        findings.add(Samples.finding("FIELD_SAME_ONEOF", Severity.ERROR, "wire.proto", "wire"));

        List<String> lines = lines(new Verdict(findings));

        assertThat(lines.get(0)).startsWith("::error file=protos/wire.proto");
        assertThat(lines.get(1)).startsWith("::error file=protos/json.proto");
        assertThat(lines).filteredOn(line -> line.startsWith("::error ")).hasSize(10);
        assertThat(lines).filteredOn(line -> line.startsWith("::warning ")).hasSize(10);
        assertThat(lines).filteredOn(line -> line.startsWith("protos/")).hasSize(6);
    }
}
