package dev.sluice.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.differential.FindingLine;
import dev.sluice.compat.finding.Finding;
import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintRule;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Fixtures {@code lint-rules/<RULE>/<case>/{schema,expected}}: the whole catalogue runs over each, and the set of {@code
 * path:line:column:endLine:endColumn RULE} must be exactly what {@code expected} lists. A case whose name starts with
 * {@code safe} has none. The lists were taken from Buf 1.75.0.
 */
class LintFixturesTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/lint-rules").toAbsolutePath();
    private static final LintPlan EVERYTHING = new LintPlan(
            Configuration.DEFAULT,
            LintCatalogue.rules().stream().map(LintRule::id).toList(),
            List.of());

    @TestFactory
    Stream<DynamicTest> theExpectedFindingsAndNoOthers() throws IOException {
        return cases().map(folder ->
                DynamicTest.dynamicTest(FIXTURES.relativize(folder).toString(), folder.toUri(), () -> check(folder)));
    }

    private static Stream<Path> cases() throws IOException {
        try (Stream<Path> paths = Files.walk(FIXTURES, 2)) {
            return paths.filter(path -> path.getNameCount() == FIXTURES.getNameCount() + 2).sorted().toList().stream();
        }
    }

    private static void check(Path folder) throws IOException {
        List<Finding> findings =
                LintCheck.run(read(folder.resolve("schema")), EVERYTHING).findings();

        TreeSet<String> actual = new TreeSet<>();
        findings.forEach(finding -> actual.add(FindingLine.of(finding)));
        assertThat(actual).isEqualTo(new TreeSet<>(expected(folder)));
    }

    private static SchemaSet read(Path folder) throws IOException {
        ReadResult result = SchemaReader.withImports(List.of()).read(folder);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    @Test
    void everyRuleHasACaseThatBreaksItAndOneThatIsSafe() throws IOException {
        for (LintRule rule : LintCatalogue.rules()) {
            Path folder = FIXTURES.resolve(rule.id());
            assertThat(folder).isDirectory();
            try (Stream<Path> cases = Files.list(folder)) {
                List<Path> all = cases.toList();
                assertThat(all).as(rule.id()).anyMatch(fixture -> expectsRule(fixture, rule));
                assertThat(all).as(rule.id()).anyMatch(LintFixturesTest::isSafe);
            }
        }
    }

    private static boolean expectsRule(Path fixture, LintRule rule) {
        return expected(fixture).stream().anyMatch(line -> line.endsWith(" " + rule.id()));
    }

    private static boolean isSafe(Path fixture) {
        return fixture.getFileName().toString().startsWith("safe");
    }

    private static List<String> expected(Path fixture) {
        try {
            return Files.readAllLines(fixture.resolve("expected"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void safeCasesExpectNothing() throws IOException {
        assertThat(cases().filter(LintFixturesTest::isSafe))
                .isNotEmpty()
                .allMatch(fixture -> expected(fixture).isEmpty());
    }

    @Test
    void everyFixtureIsThatOfARule() throws IOException {
        List<String> ids = LintCatalogue.rules().stream().map(LintRule::id).toList();
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            assertThat(folders.map(path -> path.getFileName().toString())).allMatch(ids::contains);
        }
    }

    @Test
    void everyRuleSaysWhoSuffersAndWhatToDo() {
        assertThat(LintCatalogue.rules()).allSatisfy(rule -> {
            assertThat(rule.purpose()).endsWith(".");
            assertThat(rule.harm()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.advice()).endsWith(".");
        });
    }

    @Test
    void rulesAreListedById() {
        List<String> ids = LintCatalogue.rules().stream().map(LintRule::id).toList();

        assertThat(ids).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }
}
