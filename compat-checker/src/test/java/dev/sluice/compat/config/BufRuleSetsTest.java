package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists are those of {@code buf config ls-breaking-rules --include-deprecated}. */
class BufRuleSetsTest {
    @ParameterizedTest
    @CsvSource({"BUF_V1BETA1,-v1beta1", "BUF_V1,-v1"})
    void rulesCategoriesAndDeprecatedIdsAreThoseOfBuf(Dialect dialect, String suffix) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Rule rule : Catalogue.rules()) {
            TreeSet<String> categories = new TreeSet<>();
            dialect.categoriesOf(rule).forEach(category -> categories.add(category.name()));
            if (!categories.isEmpty()) {
                lines.add(rule.id() + " " + categories);
            }
        }
        for (DeprecatedRule rule : DeprecatedRule.values()) {
            if (!rule.isLint()) {
                lines.add(rule.name() + " deprecated " + rule.replacements());
            }
        }
        Collections.sort(lines);

        assertThat(lines)
                .isEqualTo(Files.readAllLines(Path.of("src/test/resources/buf-1.75.0-breaking-rules" + suffix)));
    }

    @Test
    void versionTwoHasBufsRulesOnly() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Rule rule : Catalogue.rules()) {
            TreeSet<Category> categories = new TreeSet<>(Dialect.BUF_V2.categoriesOf(rule));
            if (!categories.isEmpty()) {
                lines.add(rule.id() + " " + categories);
            }
        }

        assertThat(lines).isEqualTo(Files.readAllLines(Path.of("src/test/resources/buf-1.75.0-breaking-rules")));
    }

    @Test
    void sluiceKnowsEveryRuleAndEveryDeprecatedId() {
        Vocabulary vocabulary = Vocabulary.of(Dialect.SLUICE);

        assertThat(Catalogue.rules())
                .allSatisfy(rule -> assertThat(vocabulary.expand(rule.id())).contains(List.of(rule.id())));
        assertThat(vocabulary.expand("FIELD_SAME_CTYPE")).contains(List.of("FIELD_SAME_CPP_STRING_TYPE"));
        assertThat(vocabulary.expand("FILE_SAME_PHP_GENERIC_SERVICES")).contains(List.of());
        assertThat(vocabulary.expand("NO_SUCH_RULE")).isEmpty();
    }

    @Test
    void replacementsAreRulesThereAre() {
        for (DeprecatedRule rule : DeprecatedRule.values()) {
            assertThat(Catalogue.rules()).extracting(Rule::id).containsAll(rule.replacements());
        }
    }
}
