package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README prints what the README says. */
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile(
            "```sh\n(mkdir -p /tmp/shop.*?)\n\\./sluice (check [^\n]*)\n```\n\n```text\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theBreakingChangeIsReportedAsShown() throws IOException, InterruptedException {
        String readme = Files.readString(Path.of(System.getProperty("sluice.root"), "README.md"));
        Matcher example = EXAMPLE.matcher(readme);
        assertThat(example.find()).isTrue();
        Process shell = new ProcessBuilder("sh", "-ec", here(example.group(1)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Sluice.run(Arrays.asList(here(example.group(2)).split(" ")), new Console(stream, stream, false));

        assertThat(status).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(here(example.group(3)));
    }

    private String here(String text) {
        return text.replace("/tmp/shop", folder.toString());
    }
}
