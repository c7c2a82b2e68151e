package dev.sluice.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import dev.sluice.runtime.Message;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Generated bindings pass protobuf's conformance suite, in binary and in JSON. */
class ConformanceTest {
    private static final Pattern VERDICT = Pattern.compile("CONFORMANCE SUITE \\w+: (\\d+) successes, (\\d+) skipped, "
            + "(\\d+) expected failures, (\\d+) unexpected failures");

    private final Path folder = Path.of(System.getProperty("sluice.build")).resolve("conformance");

    @Test
    void everyRequiredAndRecommendedTestPasses() throws IOException, InterruptedException {
        Runner runner = runner();
        Path testee = testee(runner.schemas());
        List<String> command = new ArrayList<>(runner.command());
        command.addAll(List.of("--enforce_recommended", "--maximum_edition", "2023", testee.toString()));

        Command.Outcome outcome = Command.run(folder, 5, command);

        Matcher verdict = VERDICT.matcher(outcome.output());
        assertThat(verdict.find()).as(outcome.output()).isTrue();
        assertThat(verdict.group(4)).as(outcome.output()).isEqualTo("0");
        assertThat(Integer.parseInt(verdict.group(1))).isGreaterThan(5_000);
        assertThat(verdict.group(2)).as("skipped, of binary and JSON").isEqualTo("0");
        System.out.println("protobuf's conformance suite, required and recommended: " + verdict.group());
    }

    private Runner runner() throws InterruptedException {
        try {
            return Runner.get(folder, Objects.requireNonNull(System.getProperty("sluice.conformance")));
        } catch (IOException e) {
            if (System.getenv("CI") == null) {
                abort("protobuf's conformance runner is not to be had: " + e.getMessage());
            }
            return fail("protobuf's conformance runner is not to be had: " + e.getMessage());
        }
    }

    /** A script that starts the program under test. */
    private Path testee(Path schemas) throws IOException, InterruptedException {
        ReadResult result = SchemaReader.withImports(List.of()).read(schemas);
        if (!(result instanceof ReadResult.Read read)) {
            return fail(result.toString());
        }
        String classPath = location(Message.class) + ":" + location(NullMarked.class);
        Path sources = folder.resolve("sources");
        List<String> compile = new ArrayList<>(List.of(
                java("javac"),
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "--release",
                "17",
                "-classpath",
                classPath,
                "-d",
                folder.resolve("classes").toString(),
                Path.of("src/testee/java/dev/sluice/conformance/Testee.java")
                        .toAbsolutePath()
                        .toString()));
        for (GeneratedFile file : Generator.generate(read.set(), GeneratorOptions.DEFAULTS)) {
            Path path = sources.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
            compile.add(path.toString());
        }
        Command.prepare(folder, compile.toArray(String[]::new));
        Path script = folder.resolve("testee.sh");
        Files.writeString(
                script,
                "#!/bin/sh\nexec " + java("java") + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "
                        + folder.resolve("classes") + ":" + classPath
                        + " dev.sluice.conformance.Testee\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** Where a class was loaded from: generated code needs the runtime and JSpecify, nothing else. */
    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }
}
