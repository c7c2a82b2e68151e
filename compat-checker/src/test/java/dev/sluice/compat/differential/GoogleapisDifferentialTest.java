package dev.sluice.compat.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.SourceCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.mutation.Corpora;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two states of googleapis a year apart: under each category the findings are those of Buf. Buf, which takes most of a
 * minute and six gigabytes, runs once under all of them; what it finds under one are the findings of the rules in it.
 */
class GoogleapisDifferentialTest {
    private static final List<Category> CATEGORIES =
            Arrays.stream(Category.values()).filter(Category::isOfBuf).toList();

    @Test
    void aYearOfGoogleapisHasTheFindingsOfBufUnderEachCategory() throws Exception {
        Buf buf = Buf.fetched();
        Path corpus = Corpora.unpacked("googleapis");
        Buf.Result result =
                buf.breaking(corpus.resolve("new"), "../old", "{version: v2, breaking: {use: " + CATEGORIES + "}}");
        assertThat(result.errors()).isEmpty();
        assertThat(result.refused()).isEmpty();

        for (Category category : CATEGORIES) {
            Set<String> expected = only(category, result.findings());
            assertThat(expected).as(category.name()).hasSizeGreaterThan(20);
            assertThat(findings(category, corpus)).as(category.name()).isEqualTo(expected);
        }
    }

    private static Set<String> only(Category category, Set<String> findings) {
        Set<String> rules = Catalogue.rules().stream()
                .filter(rule -> rule.categories().contains(category))
                .map(Rule::id)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> rules.contains(finding.substring(finding.indexOf(' ') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> findings(Category category, Path corpus) throws IOException, UnknownRuleException {
        CheckOptions options = new CheckOptions(List.of(category.name()), List.of());
        SourceCheck.Outcome outcome = new SourceCheck(new SchemaReader(List.of()), options, false)
                .run(new FolderSource(corpus.resolve("old")), new FolderSource(corpus.resolve("new")));
        assertThat(outcome).isInstanceOf(SourceCheck.Compared.class);
        return ((SourceCheck.Compared) outcome)
                .verdict().findings().stream().map(FindingLine::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
