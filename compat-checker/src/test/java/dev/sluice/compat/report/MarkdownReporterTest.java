package dev.sluice.compat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Verdict;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReporterTest {
    @Test
    void aFindingHasTheOldAndTheNewLines() throws IOException {
        Excerpts excerpts = finding ->
                new Excerpts.Excerpt(List.of("  int32 quantity = 3;"), List.of("\tstring quantity = 3; // ``` \u001b"));

        assertThat(Samples.report(
                        new MarkdownReporter(PathNames.PLAIN, excerpts), new Verdict(List.of(Samples.CHANGED))))
                .isEqualTo("""
                        ### Schema check: 1 breaking change

                        **error FIELD\\_SAME\\_TYPE** `shop/order.proto:14:3`

                        field 3 changed

                        ```diff
                        -   int32 quantity = 3;
                        +     string quantity = 3; // ``` \\u001b
                        ```

                        <sub>fingerprint 0123456789abcdef</sub>
                        """);
    }

    @Test
    void nothingInASchemaIsMarkup() throws IOException {
        String markdown = Samples.report(new MarkdownReporter(PathNames.PLAIN, Excerpts.NONE), Samples.FULL);

        assertThat(markdown)
                .doesNotContain("<script>", "@all", "\u001b", "\u202e", "\n::error", "```")
                .contains(
                        "| RPC_NO_DELETE `shop/order.proto:14:3` | payments | 2027-03-31 | nobody &lt;calls\\> it \\|")
                .contains("> sluice.yaml:3:5: warning: this waiver matches nothing");
    }

    @Test
    void aCommentDoesNotBecomeTooLong() throws IOException {
        String markdown = Samples.report(
                new MarkdownReporter(PathNames.PLAIN, Excerpts.NONE),
                new Verdict(Collections.nCopies(70, Samples.CHANGED)));

        assertThat(markdown).contains("… and 20 more.");
    }
}
