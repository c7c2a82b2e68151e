package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.lint.rule.LintRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists are those of {@code buf config ls-lint-rules}. */
class BufLintRuleSetsTest {
    @ParameterizedTest
    @CsvSource({"BUF_V1BETA1,-v1beta1", "BUF_V1,-v1", "BUF_V2,''"})
    void rulesAndCategoriesAreThoseOfBuf(Dialect dialect, String suffix) throws IOException {
        List<String> lines = LintVocabulary.rules(dialect).stream()
                .map(rule -> rule.id() + " " + categories(rule, dialect))
                .toList();

        List<String> ofBuf = Files.readAllLines(Path.of("src/test/resources/buf-1.75.0-lint-rules" + suffix));
        assertThat(lines).isEqualTo(ofBuf);
    }

    private static TreeSet<String> categories(LintRule rule, Dialect dialect) {
        TreeSet<String> categories = new TreeSet<>();
        LintVocabulary.categories(dialect).forEach((category, members) -> {
            if (members.contains(rule.id())) {
                categories.add(category);
            }
        });
        return categories;
    }

    @ParameterizedTest
    @CsvSource({"BUF_V1BETA1", "BUF_V1", "BUF_V2", "SLUICE"})
    void everyWordIsKnownAndTheDeprecatedOneStandsForNothing(Dialect dialect) {
        Vocabulary vocabulary = Vocabulary.ofLint(dialect);

        assertThat(vocabulary.words())
                .allSatisfy(word -> assertThat(vocabulary.expand(word)).isPresent());
        assertThat(vocabulary.expand("IMPORT_NO_WEAK")).contains(List.of());
        assertThat(vocabulary.expand("FIELD_NO_DELETE")).isEmpty();
        assertThat(vocabulary.defaults())
                .isEqualTo(vocabulary.expand("STANDARD").orElseThrow());
    }

    @Test
    void changesKnowNothingOfLint() {
        assertThat(Vocabulary.of(Dialect.SLUICE).expand("IMPORT_NO_WEAK")).isEmpty();
        assertThat(Vocabulary.of(Dialect.BUF_V2).expand("STANDARD")).isEmpty();
    }
}
