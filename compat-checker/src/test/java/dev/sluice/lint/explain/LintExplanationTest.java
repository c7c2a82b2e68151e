package dev.sluice.lint.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.explain.Example;
import dev.sluice.compat.finding.Finding;
import dev.sluice.lint.LintCheck;
import dev.sluice.lint.LintPlan;
import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintRule;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an explanation shows is proven: the rule finds the bad schemas, and no rule finds the good ones. */
class LintExplanationTest {
    private static final boolean UPDATE = Boolean.getBoolean("sluice.update");
    private static final Path DOCS = Path.of(System.getProperty("sluice.root"), "docs", "lint");

    @TempDir
    private Path folder;

    private static List<LintRule> rules() {
        return LintCatalogue.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadExampleIsFoundAndTheGoodOneIsNot(LintRule rule) throws IOException {
        LintExplanation explanation = LintExplanation.of(rule);
        Set<String> expected = new TreeSet<>(explanation.also());
        expected.add(rule.id());

        assertThat(found(explanation.bad())).isEqualTo(expected);
        assertThat(found(explanation.good())).isEmpty();
    }

    private Set<String> found(List<Example> examples) throws IOException {
        Path root = Files.createTempDirectory(folder, "example");
        for (Example example : examples) {
            Path file = root.resolve(example.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.text());
        }
        ReadResult result = SchemaReader.withImports(List.of()).read(root);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        LintPlan everything = new LintPlan(
                Configuration.DEFAULT, rules().stream().map(LintRule::id).toList(), List.of());
        Set<String> found = new TreeSet<>();
        for (Finding finding :
                LintCheck.run(((ReadResult.Read) result).set(), everything).findings()) {
            found.add(finding.rule());
        }
        return found;
    }

    @Test
    void noFileIsLeftThatExplainsNoRule() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/sluice/lint/rule"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            rules().stream().map(rule -> rule.id() + ".txt").toList());
        }
    }

    /** With {@code -Dsluice.update=true} the pages are written anew instead. */
    @Test
    void thePagesAreThoseOfTheRules() throws IOException {
        if (UPDATE) {
            Files.createDirectories(DOCS);
            Files.writeString(DOCS.resolve("README.md"), LintMarkdown.index());
            for (LintRule rule : rules()) {
                Files.writeString(DOCS.resolve(rule.id() + ".md"), LintMarkdown.of(LintExplanation.of(rule)));
            }
        }
        List<String> names = new ArrayList<>(List.of("README.md"));
        assertThat(DOCS.resolve("README.md")).hasContent(LintMarkdown.index());
        for (LintRule rule : rules()) {
            names.add(rule.id() + ".md");
            assertThat(DOCS.resolve(rule.id() + ".md")).hasContent(LintMarkdown.of(LintExplanation.of(rule)));
        }
        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void aTerminalPageSaysWhyAndWhatToDo() {
        for (LintRule rule : rules()) {
            assertThat(LintPage.of(LintExplanation.of(rule)).lines())
                    .as(rule.id())
                    .contains(rule.id())
                    .anyMatch(line -> line.startsWith("Otherwise: "))
                    .anyMatch(line -> line.startsWith("What to do: "))
                    .allMatch(line -> line.length() <= (line.startsWith("    ") ? 120 : 80));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--- bad a.proto\nx\n",
                "--- good a.proto\nx\n",
                "--- bda a.proto\nx\n--- good a.proto\ny\n",
                "wire: x\n--- bad a.proto\nx\n--- good a.proto\ny\n"
            })
    void aMalformedTextIsRefused(String text) {
        LintRule rule = rules().get(0);

        assertThatThrownBy(() -> LintExplanation.read(rule, text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(rule.id());
    }
}
