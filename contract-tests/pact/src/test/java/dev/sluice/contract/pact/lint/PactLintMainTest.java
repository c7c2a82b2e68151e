package dev.sluice.contract.pact.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactLintMainTest {
    private static final String PACT = """
            {"consumer": {"name": "reader"}, "provider": {"name": "shop"},
             "interactions": [{"type": "Asynchronous/Messages", "description": "an order",
               "comments": {"references": {"proto": {"message": "shop.v1.Order"}}},
               "contents": {"contentType": "application/json", "encoded": false,
                 "content": {"percent": %s}}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFolderWithoutFindingsIsClean() throws IOException {
        pact("7");
        assertThat(run("--schemas", "src/test/resources/shop", folder.toString()))
                .isZero();
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEqualTo("0 findings in 1 Pact file\n");
    }

    @Test
    void findingsAreLinesWithTheirPlace() throws IOException {
        Path file = pact("101");
        assertThat(run(file.toString(), "--schemas", "src/test/resources/shop")).isEqualTo(1);
        assertThat(text(out)).startsWith(file + ":5:").contains(": error CONSTRAINT: ");
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"consumer\": ");
        assertThat(run("--schemas", "src/test/resources/shop", broken.toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains(broken + ":1:").doesNotContain("Exception");
        assertThat(run("--schemas", folder.resolve("absent").toString(), broken.toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("absent");
    }

    @Test
    void wrongUsageSaysWhatIsMissing() {
        assertThat(run("pacts")).isEqualTo(2);
        assertThat(run("--schemas", "src/test/resources/shop")).isEqualTo(2);
        assertThat(run("--schemas", "src/test/resources/shop", "--strict", "x")).isEqualTo(2);
        assertThat(text(err))
                .contains("--schemas DIR is missing")
                .contains("a Pact file or a folder of them is missing")
                .contains("unknown option --strict");
    }

    private Path pact(String percent) throws IOException {
        return Files.writeString(folder.resolve("reader-shop.json"), PACT.formatted(percent));
    }

    private int run(String... arguments) {
        return PactLintMain.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
