package dev.sluice.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated validation says what protovalidate's conformance suite wants to hear. */
class ProtovalidateConformanceTest {
    private static final String TOOL = "github.com/bufbuild/protovalidate/tools";
    private static final String VERSION = "v1.2.2";
    private static final int CASES = 2850;

    private final Path build = Path.of(System.getProperty("sluice.build"));

    @TempDir
    Path folder;

    @Test
    void everyCasePasses() throws IOException, InterruptedException {
        Path suite = suite();
        try (Executor executor = new Executor(folder)) {
            executor.start();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Path classes = build.resolve("test-classes");
            Path log = build.resolve("conformance.log");

            int failures = run(
                    List.of(
                            suite.toString(),
                            "--strict_message",
                            "--strict_error",
                            "--timeout",
                            "60s",
                            "--",
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            classes.toString(),
                            Relay.class.getName(),
                            Integer.toString(executor.port())),
                    build,
                    log);

            assertThat(failures)
                    .as(() -> "failures; see " + log + ":\n" + tail(log))
                    .isZero();
            assertThat(executor.cases()).isGreaterThan(CASES);
            System.out.println("protovalidate's conformance suite: all " + executor.cases()
                    + " cases pass, all of them by generated Java");
        }
    }

    /** The suite's program, built by Go from its module proxy. */
    private Path suite() throws IOException, InterruptedException {
        Path module = Files.createDirectories(build.resolve("suite"));
        Path program = module.resolve("protovalidate-conformance");
        if (!Files.exists(program)) {
            Files.writeString(
                    module.resolve("go.mod"), "module suite\n\ngo 1.25.8\n\nrequire " + TOOL + " " + VERSION + "\n");
            Path log = build.resolve("go.log");
            int status = run(
                    List.of("go", "build", "-mod=mod", "-o", program.toString(), TOOL + "/protovalidate-conformance"),
                    module,
                    log);
            assertThat(status).as(() -> "go build:\n" + tail(log)).isZero();
        }
        return program;
    }

    private static int run(List<String> command, Path in, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " takes longer than ten minutes; see " + log);
        }
        return process.exitValue();
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
