package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Fixtures {@code rules/<RULE>/<case>/{old,new,expected}}: the whole catalogue runs over each, and the set of {@code
 * path:line:column:endLine:endColumn RULE} must be exactly what {@code expected} lists. The positions were taken from Buf
 * 1.75.0. A case whose name starts with {@code safe} has none.
 */
class RuleFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/rules").toAbsolutePath();
    private static final List<String> EVERYTHING =
            Arrays.stream(Category.values()).map(Enum::name).toList();

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

    private static void check(Path folder) throws IOException, UnknownRuleException {
        CheckOptions options = new CheckOptions(EVERYTHING, List.of());

        List<Finding> findings = CompatibilityCheck.run(
                        read(folder.resolve("old")), read(folder.resolve("new")), options)
                .findings();

        TreeSet<String> actual = new TreeSet<>();
        findings.forEach(finding -> actual.add(describe(finding)));
        assertThat(actual).isEqualTo(new TreeSet<>(Files.readAllLines(folder.resolve("expected"))));
    }

    private static String describe(Finding finding) {
        Position position = finding.position();
        return finding.newPath().orElse("-") + ":" + position.startLine() + ":" + position.startColumn() + ":"
                + position.endLine() + ":" + position.endColumn() + " " + finding.rule();
    }

    private static SchemaSet read(Path folder) throws IOException {
        ReadResult result = SchemaReader.withImports(List.of()).read(folder);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    @Test
    void everyRuleHasACaseThatBreaksAndOneThatIsSafe() throws IOException {
        for (Rule rule : Catalogue.rules()) {
            Path folder = FIXTURES.resolve(rule.id());
            assertThat(folder).isDirectory();
            try (Stream<Path> cases = Files.list(folder)) {
                List<String> names =
                        cases.map(path -> path.getFileName().toString()).toList();
                assertThat(names).as(rule.id()).anyMatch(name -> name.startsWith("safe"));
                assertThat(names).as(rule.id()).anyMatch(name -> !name.startsWith("safe"));
            }
        }
    }

    @Test
    void everyFixtureIsThatOfARule() throws IOException {
        List<String> ids = Catalogue.rules().stream().map(Rule::id).toList();
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            assertThat(folders.map(path -> path.getFileName().toString())).allMatch(ids::contains);
        }
    }

    @Test
    void aSetComparedWithItselfIsClean() throws IOException {
        for (Path folder : cases().toList()) {
            SchemaSet set = read(folder.resolve("old"));
            try {
                assertThat(CompatibilityCheck.run(set, set, new CheckOptions(EVERYTHING, List.of()))
                                .findings())
                        .as(folder.toString())
                        .isEmpty();
            } catch (UnknownRuleException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void rulesAreListedByClassName() {
        List<String> names = Catalogue.rules().stream()
                .map(rule -> rule.getClass().getSimpleName())
                .toList();

        assertThat(names).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }
}
