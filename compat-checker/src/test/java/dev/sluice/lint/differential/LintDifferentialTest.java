package dev.sluice.lint.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.differential.Buf;
import dev.sluice.compat.differential.FileTree;
import dev.sluice.compat.differential.FindingLine;
import dev.sluice.compat.mutation.Corpora;
import dev.sluice.compat.mutation.MutatedTree;
import dev.sluice.compat.mutation.Mutations;
import dev.sluice.compat.mutation.SchemaTree;
import dev.sluice.compat.mutation.TreeSource;
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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas of the corpora, as they are and changed at random, several changes a file: the findings of all lint rules are
 * those of Buf, each with its path, start, end and rule. {@code -Dsluice.seed} and {@code -Dsluice.changes} try others and
 * more.
 */
class LintDifferentialTest {
    private static final List<String> RULES =
            LintCatalogue.rules().stream().map(LintRule::id).toList();
    /** Only the oldest configurations know this one. */
    private static final String OLD_RULE = "FIELD_NO_DESCRIPTOR";

    private static final String NEWEST = "{version: v2, lint: {use: "
            + RULES.stream().filter(rule -> !rule.equals(OLD_RULE)).toList() + "}}";
    private static final String OLDEST =
            "{version: v1beta1, lint: {use: [" + OLD_RULE + "], allow_comment_ignores: true}}";
    private static final LintPlan PLAN = new LintPlan(Configuration.DEFAULT, RULES, List.of());
    private static final long SEED = Long.getLong("sluice.seed", 20261126L);
    private static final int CHANGES = Integer.getInteger("sluice.changes", 550);
    private static final int CHANGES_A_RUN = 280;

    @TempDir
    private Path folder;

    private final List<String> differences = new ArrayList<>();
    private final Set<String> rulesOfFindings = new TreeSet<>();

    @Test
    void protobufTestsHaveTheFindingsOfBuf() throws Exception {
        Buf buf = Buf.fetched();
        SchemaTree all = acceptedByBuf(Corpora.protobufTests(), buf);

        compareChanged(buf, all, Integer.MAX_VALUE);

        assertThat(differences).isEmpty();
        assertThat(rulesOfFindings).as("rules that found something").hasSizeGreaterThan(30);
    }

    @Test
    void googleapisHaveTheFindingsOfBuf() throws Exception {
        Buf buf = Buf.fetched();

        compareChanged(buf, Corpora.googleapis(), 40);

        assertThat(differences).isEmpty();
        assertThat(rulesOfFindings).as("rules that found something").hasSizeGreaterThan(25);
    }

    private void compareChanged(Buf buf, SchemaTree all, int files) throws Exception {
        int changes = 0;
        for (long seed = SEED; changes < CHANGES; seed++) {
            Random random = new Random(seed);
            SchemaTree sample = all.sample(files, random);
            MutatedTree unchanged = MutatedTree.of(sample, 0, random);
            compare(buf, unchanged, "seed " + seed + " unchanged");
            MutatedTree mutated = MutatedTree.of(sample, CHANGES_A_RUN, Mutations.ALL_AND_STYLE, random);
            compare(buf, mutated, "seed " + seed);
            assertThat(mutated.count()).as("changes of seed " + seed).isPositive();
            changes += mutated.count();
        }
    }

    /** Adds the differences, after the changes were undone that make a schema which Buf refuses. */
    private void compare(Buf buf, MutatedTree tree, String title) throws Exception {
        Buf.Result expected = lint(buf, tree.texts());
        while (!expected.refused().isEmpty()) {
            int before = tree.count();
            assertThat(before)
                    .as("Buf refuses what is not changed: %s", expected.refused())
                    .isPositive();
            revert(tree, Buf.refusedPaths(expected));
            assertThat(tree.count()).as("changes that are left of %s", before).isLessThan(before);
            expected = lint(buf, tree.texts());
        }
        Set<String> actual = findings(tree.source());
        assertThat(actual).isNotEmpty();
        describe(title + ": only Buf finds ", tree, expected.findings(), actual);
        describe(title + ": Buf does not find ", tree, actual, expected.findings());
        actual.forEach(finding -> rulesOfFindings.add(finding.substring(finding.indexOf(' ') + 1)));
    }

    /** Undoes the changes of files; of those that have none, the changes of what they import. */
    private static void revert(MutatedTree tree, Set<String> paths) {
        for (String path : paths) {
            if (tree.applied().containsKey(path)) {
                tree.revert(path);
                continue;
            }
            for (String changed : List.copyOf(tree.applied().keySet())) {
                if (SchemaTree.dependents(changed, tree.texts()).contains(path)) {
                    tree.revert(changed);
                }
            }
        }
    }

    private Buf.Result lint(Buf buf, Map<String, String> texts) throws IOException, InterruptedException {
        Path run = Files.createTempDirectory(folder, "run");
        SchemaTree.write(texts, run);
        Buf.Result result = buf.lint(run, NEWEST);
        assertThat(result.errors()).isEmpty();
        if (result.refused().isEmpty()) {
            Buf.Result ofOldRule = buf.lint(run, OLDEST);
            assertThat(ofOldRule.errors()).isEmpty();
            result.findings().addAll(ofOldRule.findings());
        }
        FileTree.delete(run);
        return result;
    }

    /** Without the schemas that Buf refuses, and those that import them. */
    private SchemaTree acceptedByBuf(SchemaTree tree, Buf buf) throws IOException, InterruptedException {
        SchemaTree accepted = tree.without(tree.containing("message_set_wire_format = true"))
                .without(tree.containing("import option "));
        while (true) {
            Buf.Result result = lint(buf, accepted.texts());
            if (result.refused().isEmpty()) {
                return accepted;
            }
            accepted = accepted.without(Buf.refusedPaths(result));
        }
    }

    private void describe(String what, MutatedTree tree, Set<String> some, Set<String> others) {
        for (String finding : some) {
            if (!others.contains(finding)) {
                String path = finding.substring(0, finding.indexOf(':'));
                differences.add(what + finding + " after " + tree.applied().getOrDefault(path, List.of()));
            }
        }
    }

    private static Set<String> findings(TreeSource source) throws IOException {
        ReadResult result = new SchemaReader(List.of()).read(source);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return new TreeSet<>(LintCheck.run(((ReadResult.Read) result).set(), PLAN).findings().stream()
                .map(FindingLine::of)
                .toList());
    }
}
