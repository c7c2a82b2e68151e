package dev.sluice.lint.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code buf lint} of the native binary that the build fetched. Absent, a test is skipped; with CI=true it fails. */
final class BufLint {
    private static final Pattern FINDING = Pattern.compile("\\{\"path\":\"(?<path>[^\"]*)\","
            + "(?:\"start_line\":(?<l1>\\d+),)?(?:\"start_column\":(?<c1>\\d+),)?"
            + "(?:\"end_line\":(?<l2>\\d+),)?(?:\"end_column\":(?<c2>\\d+),)?"
            + "\"type\":\"(?<rule>[A-Z0-9_]+)\",.*");

    private final Path binary;

    private BufLint(Path binary) {
        this.binary = binary;
    }

    /**
     * What came of a run.
     *
     * @param findings {@code path:line:column:endLine:endColumn RULE}
     * @param refused the files that do not compile
     */
    record Result(Set<String> findings, Set<String> refused) {}

    static BufLint fetched() throws IOException {
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
        return new BufLint(found.get(0));
    }

    /** Runs {@code buf lint} in a folder, whose {@code buf.yaml} counts. */
    Result lint(Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("buf.out");
        Path errors = folder.resolve("buf.err");
        ProcessBuilder builder = new ProcessBuilder(binary.toString(), "lint", "--error-format", "json")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("BUF_CACHE_DIR", folder.resolve("cache").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("buf in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        Set<String> findings = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
            Matcher finding = FINDING.matcher(line);
            assertThat(finding.matches()).as(line).isTrue();
            if (finding.group("rule").equals("COMPILE")) {
                refused.add(finding.group("path"));
            } else {
                findings.add(finding.group("path") + ":" + number(finding, "l1") + ":" + number(finding, "c1") + ":"
                        + number(finding, "l2") + ":" + number(finding, "c2") + " " + finding.group("rule"));
            }
        }
        boolean ran = process.exitValue() == 0 || process.exitValue() == 100;
        assertThat(ran)
                .as(() -> "buf ended with " + process.exitValue() + ", see " + errors)
                .isTrue();
        return new Result(findings, refused);
    }

    private static String number(Matcher finding, String group) {
        String number = finding.group(group);
        return number == null ? "1" : number;
    }
}
