package dev.sluice.compat.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CheckPlan;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.ConfigurationResult;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule is explained, and its examples are what the explanation says they are. */
class ExplanationTest {
    private static final Path DOCS = Path.of(System.getProperty("sluice.root"), "docs", "rules");
    private static final boolean UPDATE = Boolean.getBoolean("sluice.update");

    @TempDir
    private Path folder;

    static List<Rule> rules() {
        return Catalogue.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExampleIsFoundByTheRuleAndByThoseItNames(Rule rule) throws IOException, UnknownRuleException {
        Explanation explanation = Explanation.of(rule);
        TreeSet<String> found = new TreeSet<>();
        for (Finding finding : check(explanation.old(), explanation.now(), universe(rule))) {
            found.add(finding.rule());
        }

        TreeSet<String> expected = new TreeSet<>(explanation.also());
        expected.add(rule.id());
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theAlternativeIsCleanByTheRuleAndByACategoryOfIt(Rule rule) throws IOException, UnknownRuleException {
        Explanation explanation = Explanation.of(rule);
        if (explanation.instead().isEmpty()) {
            return;
        }
        assertThat(check(explanation.old(), explanation.instead(), List.of(rule.id())))
                .isEmpty();
        List<Category> clean = new ArrayList<>();
        for (Category category : rule.categories()) {
            if (check(explanation.old(), explanation.instead(), List.of(category.name()))
                    .isEmpty()) {
                clean.add(category);
            }
        }
        assertThat(clean).isNotEmpty();
        assertThat(explanation.instead()).isNotEqualTo(explanation.old());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void somebodyBreaks(Rule rule) {
        Explanation explanation = Explanation.of(rule);

        assertThat(Stream.of(explanation.wire(), explanation.json(), explanation.source())
                        .map(Effect::impact))
                .anyMatch(impact -> impact != Impact.SAFE);
    }

    /** Buf's rules know nothing of those that only Sluice has. */
    private static List<String> universe(Rule rule) {
        boolean ofBuf = rule.categories().stream().anyMatch(Category::isOfBuf);
        return Arrays.stream(Category.values())
                .filter(category -> !ofBuf || category.isOfBuf())
                .map(Category::name)
                .toList();
    }

    private List<Finding> check(List<Example> olds, List<Example> news, List<String> use)
            throws IOException, UnknownRuleException {
        Path side = write(news);
        Optional<ConfigurationResult> found = ConfigurationReader.find(new FolderSource(side), "");
        Configuration configuration =
                found.isPresent() ? ((ConfigurationResult.Read) found.get()).configuration() : Configuration.DEFAULT;
        CheckPlan plan = new CheckPlan(configuration, new CheckOptions(use, List.of()), LocalDate.EPOCH);
        return CompatibilityCheck.run(read(write(olds)), read(side), plan).findings();
    }

    private Path write(List<Example> examples) throws IOException {
        Path side = Files.createTempDirectory(folder, "side");
        for (Example example : examples) {
            Path file = side.resolve(example.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.text());
        }
        return side;
    }

    private static SchemaSet read(Path side) throws IOException {
        ReadResult result = SchemaReader.withImports(List.of()).read(side);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    @Test
    void noFileIsLeftThatExplainsNoRule() throws IOException {
        Path folder = Path.of("src/main/resources/dev/sluice/compat/rule");
        try (Stream<Path> files = Files.list(folder)) {
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
            Files.writeString(DOCS.resolve("README.md"), MarkdownPage.index());
            for (Rule rule : rules()) {
                Files.writeString(DOCS.resolve(rule.id() + ".md"), MarkdownPage.of(Explanation.of(rule)));
            }
        }
        List<String> names = new ArrayList<>(List.of("README.md"));
        assertThat(DOCS.resolve("README.md")).hasContent(MarkdownPage.index());
        for (Rule rule : rules()) {
            names.add(rule.id() + ".md");
            assertThat(DOCS.resolve(rule.id() + ".md")).hasContent(MarkdownPage.of(Explanation.of(rule)));
        }
        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void linesOfATerminalPageAreNotTooLong() {
        for (Rule rule : rules()) {
            String page = Page.of(Explanation.of(rule));
            assertThat(page.lines())
                    .as(rule.id())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(line.startsWith("    ") ? 120 : 80));
            assertThat(page).contains(rule.advice().split(" ")[0], "Wire: ", "JSON: ", "Source: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wire: breaks: Yes.\n",
                "wire: breaks: Yes.\njson: safe: No.\nsource: safe: No.\n--- old a.proto\nx\n",
                "wire: perhaps: Yes.\njson: safe: No.\nsource: safe: No.\n--- old a.proto\nx\n--- new a.proto\ny\n",
                "wire: safe: Yes\njson: safe: No.\nsource: safe: No.\n--- old a.proto\nx\n--- new a.proto\ny\n",
                "wire: safe: Yes.\nwire: safe: No.\n--- old a.proto\nx\n--- new a.proto\ny\n",
                "wire: safe: Yes.\njson: safe: No.\nsource: safe: No.\n--- odl a.proto\nx\n--- new a.proto\ny\n",
                "colour: safe: Yes.\n--- old a.proto\nx\n--- new a.proto\ny\n"
            })
    void aMalformedTextIsRefused(String text) {
        Rule rule = rules().get(0);

        assertThatThrownBy(() -> ExplanationReader.read(rule, text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(rule.id());
    }
}
