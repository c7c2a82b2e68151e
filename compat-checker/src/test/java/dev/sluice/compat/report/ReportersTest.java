package dev.sluice.compat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportersTest {
    private static final Finding CHANGED = new Finding(
            "FIELD_SAME_TYPE",
            Severity.ERROR,
            "shop/order.proto",
            "shop/order.proto",
            new Position(14, 3, 14, 8),
            "field 3 \"quantity\" changed",
            "0123456789abcdef");
    private static final Finding DELETED = new Finding(
            "FILE_NO_DELETE", Severity.ERROR, null, "a.proto", Position.START, "gone\n", "fedcba9876543210");

    private static String report(Reporter reporter, Finding... findings) throws IOException {
        StringBuilder out = new StringBuilder();
        reporter.write(new Verdict(List.of(findings)), out);
        return out.toString();
    }

    @Test
    void textHasOneFindingALineAndACount() throws IOException {
        assertThat(report(new TextReporter(PathNames.PLAIN, false), CHANGED, DELETED))
                .isEqualTo("""
                        shop/order.proto:14:3: error FIELD_SAME_TYPE: field 3 "quantity" changed
                        a.proto:1:1: error FILE_NO_DELETE: gone\\n
                        2 breaking changes
                        """);
    }

    @Test
    void textHasNoLineThatIsACommandToTheMachineItRunsOn() throws IOException {
        Finding finding = Samples.finding(
                "FIELD_SAME_TYPE", Severity.ERROR, "::stop-commands::x.proto", "a\u001b[2J\n::error::b");

        assertThat(report(new TextReporter(PathNames.PLAIN, false), finding))
                .startsWith("./::stop-commands::x.proto:14:3: error FIELD_SAME_TYPE: a\\u001b[2J\\n::error::b\n")
                .hasLineCount(2);
    }

    @Test
    void aVerboseTextHasFingerprintsAndWhatIsWaived() throws IOException {
        assertThat(Samples.report(new TextReporter(PathNames.PLAIN, false, true), Samples.FULL))
                .contains(
                        "field 3 changed\n    fingerprint 0123456789abcdef\n",
                        "shop/order.proto:14:3: waived RPC_NO_DELETE: ",
                        "    waived by payments until 2027-03-31: nobody <calls> it | \"ever\"\n")
                .endsWith("3 breaking changes (2 errors, 1 warning), 1 waived\n");
    }

    @Test
    void textSaysWhenThereIsNothing() throws IOException {
        assertThat(report(new TextReporter(PathNames.PLAIN, false))).isEqualTo("no breaking changes\n");
    }

    @Test
    void coloursAreOnlyThereWhenAskedFor() throws IOException {
        assertThat(report(new TextReporter(PathNames.PLAIN, true), CHANGED)).contains("\u001b[31merror\u001b[0m");
        assertThat(report(new TextReporter(PathNames.PLAIN, false), CHANGED)).doesNotContain("\u001b");
    }

    @Test
    void jsonHasBufsKeysFirstAndEscapes() throws IOException {
        assertThat(report(new JsonReporter(PathNames.below("./protos/")), CHANGED, DELETED))
                .isEqualTo("{\"path\":\"protos/shop/order.proto\",\"start_line\":14,\"start_column\":3,\"end_line\":14,"
                        + "\"end_column\":8,\"type\":\"FIELD_SAME_TYPE\",\"message\":\"field 3 \\\"quantity\\\" changed\","
                        + "\"severity\":\"error\",\"old_path\":\"shop/order.proto\",\"fingerprint\":\"0123456789abcdef\"}\n"
                        + "{\"start_line\":1,\"start_column\":1,\"end_line\":1,\"end_column\":1,"
                        + "\"type\":\"FILE_NO_DELETE\",\"message\":\"gone\\n\",\"severity\":\"error\","
                        + "\"old_path\":\"a.proto\",\"fingerprint\":\"fedcba9876543210\"}\n");
    }

    @Test
    void pathsAreNamedAsTheUserNamedTheFolder() {
        assertThat(PathNames.below(".").display("a.proto")).isEqualTo("a.proto");
        assertThat(PathNames.below("new").display("a.proto")).isEqualTo("new/a.proto");
        assertThat(PathNames.below("/x/").display("a.proto")).isEqualTo("/x/a.proto");
        assertThat(PathNames.below("/").display("a.proto")).isEqualTo("/a.proto");
    }
}
