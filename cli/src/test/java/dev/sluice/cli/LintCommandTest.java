package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
    private static final String ORDER =
            "syntax = \"proto3\";\npackage shop.v1;\nmessage Order {\n  string orderId = 1;\n}\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Sluice.run(Arrays.asList(arguments), new Console(outStream, errStream, false));
    }

    private String shop() throws IOException {
        write("shop/v1/order.proto", ORDER);
        return folder.toString();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void whatIsFoundIsWrittenAndExitsWithOne() throws IOException {
        assertThat(run("lint", shop())).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        folder + "/shop/v1/order.proto:4:10: error FIELD_LOWER_SNAKE_CASE: field \"orderId\" is not")
                .endsWith("\n1 lint finding\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void nothingFoundExitsWithZero() throws IOException {
        assertThat(run("lint", shop(), "--use", "MINIMAL")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("no lint findings\n");
    }

    @Test
    void theConfigurationThatTheSchemasBringCounts() throws IOException {
        write("buf.yaml", "version: v2\nlint: {except: [FIELD_LOWER_SNAKE_CASE]}\n");

        assertThat(run("lint", shop())).isZero();
        assertThat(run("lint", shop(), "--use", "BASIC")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "json,\"type\":\"FIELD_LOWER_SNAKE_CASE\"",
        "sarif,shortDescription",
        "junit,sluice lint",
        "github,::error"
    })
    void reportsAreThoseOfCheck(String format, String part) throws IOException {
        assertThat(run("lint", shop(), "--format", format)).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(part);
    }

    @Test
    void whatIsWrongExitsWithTwoAndSaysWhere() throws IOException {
        assertThat(run("lint", shop(), "--use", "STANDRAD")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("did you mean STANDARD?");
        assertThat(run("lint", folder + "/none")).isEqualTo(2);
        write("sluice.yaml", "version: v1\nlint: {ues: [BASIC]}\n");
        assertThat(run("lint", shop())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("sluice.yaml:2:8: ")
                .contains("did you mean \"use\"?");
        Files.delete(folder.resolve("sluice.yaml"));
        write("shop/v1/bad.proto", "syntax = \"proto3\";\nmessage {}\n");
        assertThat(run("lint", shop())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("bad.proto:2:9");
    }

    @Test
    void ourOwnSchemasAreClean() {
        Path schemas = Path.of(System.getProperty("sluice.root")).resolve("schemas");

        assertThat(run("lint", schemas.toString(), "--use", "STANDARD"))
                .as(out.toString(StandardCharsets.UTF_8) + err)
                .isZero();
    }
}
