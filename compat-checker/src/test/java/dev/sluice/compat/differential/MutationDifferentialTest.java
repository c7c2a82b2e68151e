package dev.sluice.compat.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.mutation.Corpora;
import dev.sluice.compat.mutation.MutatedTree;
import dev.sluice.compat.mutation.SchemaTree;
import dev.sluice.compat.mutation.TreeSource;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas of the corpora, changed at random, several changes a file: the findings are those of Buf, each with its path,
 * start, end and rule. {@code -Dsluice.seed} and {@code -Dsluice.changes} try others and more.
 */
class MutationDifferentialTest {
    private static final List<String> CATEGORIES = List.of("FILE", "PACKAGE", "WIRE_JSON", "WIRE", "CSR");
    private static final long SEED = Long.getLong("sluice.seed", 20261126L);
    private static final int CHANGES = Integer.getInteger("sluice.changes", 1_200);

    @TempDir
    private Path folder;

    private final List<String> differences = new ArrayList<>();

    @Test
    void changedProtobufTestsHaveTheFindingsOfBuf() throws Exception {
        Buf buf = Buf.fetched();
        SchemaTree all = acceptedByBuf(Corpora.protobufTests(), buf);

        int changes = 0;
        for (long seed = SEED; changes < CHANGES; seed++) {
            changes += compare(buf, all, 400, seed);
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void changedGoogleapisHaveTheFindingsOfBuf() throws Exception {
        Buf buf = Buf.fetched();
        SchemaTree all = Corpora.googleapis();

        int changes = 0;
        for (long seed = SEED; changes < CHANGES; seed++) {
            changes += compare(buf, all.sample(60, new Random(seed)), 400, seed);
        }

        assertThat(differences).isEmpty();
    }

    /** Without the schemas that Buf refuses or crashes on, and those that import them. */
    private SchemaTree acceptedByBuf(SchemaTree tree, Buf buf) throws IOException, InterruptedException {
        SchemaTree accepted = tree.without(tree.containing("message_set_wire_format = true"))
                .without(tree.containing("import option "));
        for (int i = 0; ; i++) {
            Path run = Files.createDirectory(folder.resolve("accepted" + i));
            SchemaTree.write(accepted.texts(), run.resolve("old"));
            SchemaTree.write(accepted.texts(), run.resolve("new"));
            Buf.Result result = buf.breaking(run);
            assertThat(result.errors()).isEmpty();
            if (result.refused().isEmpty()) {
                return accepted;
            }
            accepted = accepted.without(Buf.refusedPaths(result));
        }
    }

    /** Adds the differences that changes make, and returns how many changes there are. */
    private int compare(Buf buf, SchemaTree base, int changes, long seed) throws Exception {
        Path run = Files.createDirectory(folder.resolve(String.valueOf(seed)));
        MutatedTree mutated = MutatedTree.of(base, changes, new Random(seed));
        SchemaTree.write(base.texts(), run.resolve("old"));
        Set<String> expected = findingsOfBuf(buf, mutated, run);
        Set<String> actual = findings(base.source(), mutated.source());
        describe("only Buf finds", seed, mutated, expected, actual);
        describe("Buf does not find", seed, mutated, actual, expected);
        FileTree.delete(run);
        return mutated.count();
    }

    /** The findings, after the changes were undone that make a schema which Buf refuses. */
    private static Set<String> findingsOfBuf(Buf buf, MutatedTree mutated, Path run)
            throws IOException, InterruptedException {
        Path news = run.resolve("new");
        while (true) {
            SchemaTree.write(mutated.texts(), news);
            Files.writeString(news.resolve("buf.yaml"), "version: v2\nbreaking:\n  use: " + CATEGORIES + "\n");
            Buf.Result result = buf.breaking(run);
            assertThat(result.errors()).isEmpty();
            if (result.refused().isEmpty()) {
                return result.findings();
            }
            int before = mutated.count();
            Buf.refusedPaths(result).forEach(mutated::revert);
            if (mutated.count() == before) {
                mutated.revertAll();
            }
            FileTree.delete(news);
        }
    }

    private void describe(String what, long seed, MutatedTree mutated, Set<String> some, Set<String> others) {
        for (String finding : some) {
            if (!others.contains(finding)) {
                String path = finding.substring(0, finding.indexOf(':'));
                differences.add("seed " + seed + ": " + what + " " + finding + " after "
                        + mutated.applied().getOrDefault(path, List.of()));
            }
        }
    }

    private static Set<String> findings(TreeSource olds, TreeSource news) throws IOException, UnknownRuleException {
        CheckOptions options = new CheckOptions(CATEGORIES, List.of());
        return new TreeSet<>(CompatibilityCheck.run(read(olds), read(news), options).findings().stream()
                .map(FindingLine::of)
                .toList());
    }

    private static SchemaSet read(TreeSource source) throws IOException {
        ReadResult result = new SchemaReader(List.of()).read(source);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }
}
