package dev.sluice.compat.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The native {@code buf} that the build fetched from npm. Absent, a test is skipped; with CI=true it fails. */
public final class Buf {
    private static final Pattern FINDING = Pattern.compile("\\{(?:\"path\":\"(?<path>[^\"]*)\",)?"
            + "(?:\"start_line\":(?<l1>\\d+),)?(?:\"start_column\":(?<c1>\\d+),)?"
            + "(?:\"end_line\":(?<l2>\\d+),)?(?:\"end_column\":(?<c2>\\d+),)?"
            + "\"type\":\"(?<rule>[A-Z0-9_]+)\",.*");
    private static final int OK = 0;
    private static final int FOUND = 100;

    private final Path binary;

    private Buf(Path binary) {
        this.binary = binary;
    }

    /** What came of a run: findings, or lines about schemas that it refuses, or about something else. */
    public record Result(TreeSet<String> findings, List<String> refused, List<String> errors) {}

    /** The paths of the schemas that were refused. */
    public static Set<String> refusedPaths(Result result) {
        Set<String> paths = new TreeSet<>();
        for (String line : result.refused) {
            Matcher matcher = FINDING.matcher(line);
            if (matcher.matches() && matcher.group("path") != null) {
                paths.add(matcher.group("path").replaceFirst("^(new|old)/", ""));
            }
        }
        return paths;
    }

    public static Buf fetched() throws IOException {
        Path packages = Path.of(System.getProperty("sluice.build"), "npm", "node_modules", "@bufbuild");
        List<Path> found = List.of();
        if (Files.isDirectory(packages)) {
            try (Stream<Path> files =
                    Files.find(packages, 3, (path, kind) -> path.endsWith("bin/buf") && kind.size() > 1_000_000)) {
                found = files.sorted(Comparator.naturalOrder()).toList();
            }
        }
        if (found.isEmpty()) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true there must be a buf")
                    .isNotEqualTo("true");
            assumeTrue(false, "skipped: no buf below " + packages + " (run with CI=true to have it fetched)");
        }
        return new Buf(found.get(0));
    }

    /** Compares the folders {@code new} and {@code old} of a folder by the configuration that the new one has. */
    Result breaking(Path folder) throws IOException, InterruptedException {
        return run(folder, "breaking", "new", "--against", "old");
    }

    /** Compares a folder with an older one, named from there, by the configuration that it has. */
    Result breaking(Path news, String olds) throws IOException, InterruptedException {
        return run(news, "breaking", ".", "--against", olds);
    }

    /** Compares a folder with an older one, named from there, by a configuration. */
    Result breaking(Path news, String olds, String configuration) throws IOException, InterruptedException {
        return run(news, "breaking", ".", "--against", olds, "--config", configuration);
    }

    /** Judges how the schemas in a folder are written, by a configuration. */
    public Result lint(Path folder, String configuration) throws IOException, InterruptedException {
        return run(folder, "lint", ".", "--config", configuration);
    }

    private Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("buf");
        Path out = scratch.resolve("out");
        Path errors = scratch.resolve("err");
        List<String> command = new ArrayList<>(List.of(binary.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--error-format", "json"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("BUF_CACHE_DIR", scratch.resolve("cache").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("buf in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        TreeSet<String> findings = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        List<String> problems = new ArrayList<>(Files.readAllLines(errors, StandardCharsets.ISO_8859_1));
        for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
            Matcher matcher = FINDING.matcher(line);
            if (!matcher.matches()) {
                problems.add(line);
            } else if (matcher.group("rule").equals("COMPILE")) {
                refused.add(line);
            } else {
                findings.add(describe(matcher));
            }
        }
        FileTree.delete(scratch);
        boolean ran = process.exitValue() == OK || process.exitValue() == FOUND;
        assertThat(ran || !problems.isEmpty())
                .as("exit status " + process.exitValue())
                .isTrue();
        return new Result(findings, refused, ran ? List.of() : problems);
    }

    private static String describe(Matcher finding) {
        String path = finding.group("path");
        return (path == null ? "-" : path.replaceFirst("^new/", "")) + ":" + number(finding, "l1") + ":"
                + number(finding, "c1") + ":" + number(finding, "l2") + ":" + number(finding, "c2") + " "
                + finding.group("rule");
    }

    private static String number(Matcher finding, String group) {
        String number = finding.group(group);
        return number == null ? "1" : number;
    }
}
