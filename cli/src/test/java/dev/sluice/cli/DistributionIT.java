package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution, unpacked and run as its users do. */
class DistributionIT {
    private static final int PATIENCE_IN_SECONDS = 60;

    @TempDir
    private Path folder;

    private Path launcher;

    @BeforeEach
    void unpack() throws IOException {
        launcher = Distribution.unpack(folder.resolve("with a space"));
    }

    /** What a run came to. */
    private record Run(int status, String out, String err) {}

    private Run run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private List<String> archives(Path below) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(below)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsa") || name.endsWith(".aot"))
                    .forEach(names::add);
        }
        return names;
    }

    @Test
    void theFirstRunArchivesClassesAndSaysNothingOfIt() throws IOException, InterruptedException {
        Run first = run(Map.of(), launcher.toString(), "--version");
        assertThat(first.out()).startsWith("sluice ").hasLineCount(1);
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(archives(folder)).hasSize(1);
        assertThat(run(Map.of(), launcher.toString(), "--version")).isEqualTo(first);
    }

    @Test
    void everyCommandThatReadsSchemasRunsWithItsArchive() throws IOException, InterruptedException {
        Path schemas = Files.createDirectories(folder.resolve("schemas"));
        Files.writeString(
                schemas.resolve("order.proto"),
                "syntax = \"proto3\";\npackage shop.v1;\nmessage Order { string id = 1; }\n");
        String out = folder.resolve("made").toString();
        for (List<String> command : List.of(
                List.of("check", schemas.toString(), "--against", schemas.toString()),
                List.of("generate", schemas.toString(), "--out", out),
                List.of("json-schema", schemas.toString(), "--out", out + "-json"),
                List.of(
                        "generate",
                        out + "-json",
                        "--json-schema",
                        "--package",
                        "shop.json",
                        "--out",
                        out + "-of-json"),
                List.of("build", schemas.toString(), "--out", out + ".binpb"),
                List.of("explain", "FIELD_SAME_TYPE"))) {
            List<String> line = new ArrayList<>(List.of(launcher.toString()));
            line.addAll(command);
            Run run = run(Map.of(), line.toArray(String[]::new));
            assertThat(run.status()).as("%s: %s", command, run).isZero();
        }
        assertThat(archives(folder)).hasSize(2);
    }

    @Test
    void aClassInTheWorkingFolderIsNoneOfItsOwn() throws IOException, InterruptedException {
        for (String command : List.of("check", "explain")) {
            Run run = run(
                    Map.of("CLASSPATH", folder.toString(), "SLUICE_JAVA_OPTS", "-XshowSettings:properties"),
                    launcher.toString(),
                    command,
                    "--help");
            assertThat(run.err().lines().filter(line -> line.contains("java.class.path")))
                    .singleElement()
                    .asString()
                    .endsWith("sluice-cli.jar");
        }
    }

    @Test
    void itRunsThroughASymbolicLink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
        assertThat(run(Map.of(), link.toString(), "--version").out()).startsWith("sluice ");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsLeftAlone() throws IOException, InterruptedException {
        Path lib = launcher.resolveSibling("../lib").normalize();
        assertThat(lib.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(lib), "this user may write everywhere");
        Path cache = folder.resolve("cache");
        Run run = run(Map.of("XDG_CACHE_HOME", cache.toString()), launcher.toString(), "--version");
        assertThat(lib.toFile().setWritable(true)).isTrue();
        assertThat(run.out()).startsWith("sluice ");
        assertThat(archives(lib)).isEmpty();
        assertThat(archives(cache)).hasSize(1);
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws IOException, InterruptedException {
        Run run = run(Map.of("JAVA_HOME", folder.resolve("none").toString()), launcher.toString(), "--version");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).startsWith("sluice: there is no ").contains("install Java 17 or later");
    }

    @Test
    void aJavaThatIsTooOldIsNamed() throws IOException, InterruptedException {
        Path home = folder.resolve("old");
        Path old = Files.createDirectories(home.resolve("bin"));
        Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 9\n", StandardCharsets.UTF_8);
        assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Run run = run(Map.of("JAVA_HOME", home.toString()), launcher.toString(), "--version");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("is Java 11.0.2; Sluice needs Java 17 or later");
    }

    @Test
    void theLaunchersAreText() throws IOException {
        try (InputStream windows = Files.newInputStream(launcher.resolveSibling("sluice.cmd"))) {
            assertThat(new String(windows.readAllBytes(), StandardCharsets.US_ASCII).replace("\r\n", ""))
                    .startsWith("@echo off")
                    .doesNotContain("\n");
        }
    }
}
