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
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * path:line:column:endLine:endColumn RULE} must be exactly what {@code expected} lists. A case whose name starts with
 * {@code safe} has none. The lists of Buf's rules were taken from Buf 1.75.0, which knows none of the category STRICT.
 */
class RuleFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/rules").toAbsolutePath();
    private static final List<String> EVERYTHING =
            Arrays.stream(Category.values()).map(Enum::name).toList();
    private static final List<String> OF_BUF = Arrays.stream(Category.values())
            .filter(Category::isOfBuf)
            .map(Enum::name)
            .toList();

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
        CheckOptions options = new CheckOptions(isOfBuf(folder) ? OF_BUF : EVERYTHING, List.of());
        CheckPlan plan =
                new CheckPlan(Checks.configuration(new FolderSource(folder.resolve("new"))), options, Checks.TODAY);

        List<Finding> findings = CompatibilityCheck.run(read(folder.resolve("old")), read(folder.resolve("new")), plan)
                .findings();

        TreeSet<String> actual = new TreeSet<>();
        findings.forEach(finding -> actual.add(describe(finding)));
        assertThat(actual).isEqualTo(new TreeSet<>(expected(folder)));
    }

    /** Whether a case is that of a rule of Buf, which was run over it. */
    private static boolean isOfBuf(Path folder) {
        String id = FIXTURES.relativize(folder).getName(0).toString();
        return Catalogue.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .anyMatch(rule -> rule.categories().stream().anyMatch(Category::isOfBuf));
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
                List<Path> all = cases.toList();
                assertThat(all).as(rule.id()).anyMatch(fixture -> expectsRule(fixture, rule));
                assertThat(all).as(rule.id()).anyMatch(fixture -> isSafe(fixture));
            }
        }
    }

    private static boolean expectsRule(Path fixture, Rule rule) {
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
        assertThat(cases().filter(RuleFixturesTest::isSafe))
                .isNotEmpty()
                .allMatch(fixture -> expected(fixture).isEmpty());
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
    void everyRuleSaysWhoBreaksAndWhatToDo() {
        assertThat(Catalogue.rules())
                .allSatisfy(rule -> {
                    assertThat(rule.purpose()).endsWith(".");
                    assertThat(rule.harm()).isNotBlank().doesNotEndWith(".");
                    assertThat(rule.advice()).endsWith(".");
                    assertThat(rule.categories()).isNotEmpty();
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void rulesAreListedById() {
        List<String> ids = Catalogue.rules().stream().map(Rule::id).toList();

        assertThat(ids).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    /** The rules of {@code buf config ls-breaking-rules --version v2}, each with its categories. */
    @Test
    void theRulesAndTheirCategoriesAreThoseOfBuf() throws IOException {
        List<String> rules = Catalogue.rules().stream()
                .filter(rule -> rule.categories().stream().anyMatch(Category::isOfBuf))
                .map(rule -> rule.id() + " " + new TreeSet<>(rule.categories()))
                .toList();

        assertThat(rules).isEqualTo(Files.readAllLines(FIXTURES.resolveSibling("buf-1.75.0-breaking-rules")));
    }
}
