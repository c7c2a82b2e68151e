package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.mutation.CommitPairs;
import dev.sluice.compat.mutation.Corpora;
import dev.sluice.compat.mutation.MutatedTree;
import dev.sluice.compat.mutation.SchemaTree;
import dev.sluice.compat.rule.Category;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.git.GitAddress;
import dev.sluice.schema.source.git.GitSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Findings are the same whether or not files are left out that cannot have one: over pairs of commits of small trees
 * whose files import each other, changed at random, and over the known ways in which an unchanged file breaks.
 */
class SkippingDifferentialTest {
    private static final long SEED = Long.getLong("sluice.seed", 20261126L);
    private static final int PAIRS = Integer.getInteger("sluice.pairs", 320);
    private static final List<List<String>> RULES = List.of(
            Arrays.stream(Category.values())
                    .filter(Category::isOfBuf)
                    .map(Enum::name)
                    .toList(),
            Arrays.stream(Category.values()).map(Enum::name).toList());

    @TempDir
    private Path folder;

    private int findings;
    private int filesLeftOut;

    @Test
    void changedTreesHaveTheSameFindingsWithAndWithoutSkipping() throws Exception {
        List<SchemaTree> corpora = List.of(Corpora.protobufTests(), Corpora.googleapis());
        List<MutatedTree> news = new ArrayList<>();
        List<SchemaTree> olds = new ArrayList<>();
        Path repository;
        try (CommitPairs pairs = CommitPairs.in(folder.resolve("repository"))) {
            for (int i = 0; i < PAIRS; i++) {
                Random random = new Random(SEED + i);
                olds.add(corpora.get(i % 2).sample(2 + random.nextInt(4), random));
                news.add(MutatedTree.of(olds.get(i), 1 + random.nextInt(4), random));
                pairs.add("old-" + i, olds.get(i).texts());
                pairs.add("new-" + i, news.get(i).texts());
            }
            repository = pairs.finish();
        }
        for (int i = 0; i < PAIRS; i++) {
            String what = "seed " + (SEED + i) + " " + news.get(i).applied();
            compare(what, olds.get(i).source(), news.get(i).source());
            try (GitSource old = GitSource.open(repository, GitAddress.parse("git:old-" + i));
                    GitSource now = GitSource.open(repository, GitAddress.parse("git:new-" + i))) {
                compare(what + " in git", old, now);
            }
        }

        assertThat(findings).as("findings").isGreaterThan(PAIRS);
        assertThat(filesLeftOut).as("files left out").isGreaterThan(PAIRS);
    }

    @Test
    void anImportedEnumWhoseFirstValueChangesBreaksAnUnchangedFile() throws Exception {
        String user = "syntax=\"proto2\"; import \"a.proto\"; message M { optional E e = 1; }";
        breaksTheUnchangedFile(
                user, "syntax=\"proto2\"; enum E { A=0; B=1; }", "syntax=\"proto2\"; enum E { B=1; A=0; }");
    }

    @Test
    void anImportedEnumThatBecomesAMessageBreaksAnUnchangedFile() throws Exception {
        String user = "syntax=\"proto3\"; import \"a.proto\"; message M { E e = 1; }";
        breaksTheUnchangedFile(
                user, "syntax=\"proto3\"; enum E { A=0; }", "syntax=\"proto3\"; message E { int32 a = 1; }");
    }

    @Test
    void aNewPublicImportThatShadowsANameBreaksAnUnchangedFile() throws Exception {
        String user = "syntax=\"proto3\"; package p.q; import \"a.proto\"; message M { T t = 1; }";
        String outer = "syntax=\"proto3\"; package p; message T { int32 a = 1; }";
        String shadow = "syntax=\"proto3\"; package p.q; message T { int32 a = 1; }";
        Map<String, String> old = Map.of("user.proto", user, "a.proto", outer, "b.proto", shadow.replace("T", "U"));
        Map<String, String> now = Map.of(
                "user.proto",
                user,
                "a.proto",
                outer.replace("message", "import public \"b.proto\"; message"),
                "b.proto",
                shadow);

        breaksTheUnchangedFile(old, now);
    }

    @Test
    void problemsOfAChangedFileAreReportedAsWithoutSkipping() throws Exception {
        String types = "syntax=\"proto3\"; package t; import \"far.proto\"; message T { f.F f = 1; }";
        String far = "syntax=\"proto3\"; package f; message F { int32 a = 1; }";
        String user = "syntax=\"proto3\"; package u; import \"t.proto\"; message U { t.T t = 1; }";
        InMemorySchemas olds = InMemorySchemas.of("t.proto", types, "far.proto", far, "u.proto", user);
        for (String changed : List.of(
                user.replace("t.T", "t.X"),
                user.replace("t.T", "f.F"),
                user.replace("t = 1", "t = 1; int32 b = 1"),
                user.replace("t = 1", "t = 1 [default = 1]"),
                user.replace("= 1", "="))) {
            SchemaSource news = olds.with("u.proto", changed);
            CheckOptions options = CheckOptions.DEFAULT;
            SchemaReader reader = new SchemaReader(List.of());

            SourceCheck.Outcome skipping = new SourceCheck(reader, options, true).run(olds, news);

            assertThat(skipping).as(changed).isInstanceOf(SourceCheck.Unreadable.class);
            assertThat(skipping).isEqualTo(new SourceCheck(reader, options, false).run(olds, news));
        }
    }

    @Test
    void anImportThatClosesACycleIsFound() throws Exception {
        String imported = "syntax=\"proto3\"; import \"u.proto\"; message T { U u = 1; }";
        InMemorySchemas olds =
                InMemorySchemas.of("t.proto", imported, "u.proto", "syntax=\"proto3\"; message U { int32 a = 1; }");
        InMemorySchemas news =
                olds.with("u.proto", "syntax=\"proto3\"; import \"t.proto\"; message U { int32 a = 2; }");

        assertThat(new SourceCheck(new SchemaReader(List.of()), CheckOptions.DEFAULT, true).run(olds, news))
                .isInstanceOf(SourceCheck.Unreadable.class);
    }

    private void breaksTheUnchangedFile(String user, String old, String now) throws Exception {
        breaksTheUnchangedFile(Map.of("user.proto", user, "a.proto", old), Map.of("user.proto", user, "a.proto", now));
    }

    private void breaksTheUnchangedFile(Map<String, String> old, Map<String, String> now) throws Exception {
        SchemaTree.write(old, folder.resolve("old"));
        SchemaTree.write(now, folder.resolve("new"));
        SchemaSource olds = new FolderSource(folder.resolve("old"));
        SchemaSource news = new FolderSource(folder.resolve("new"));

        compare("the known case", olds, news);

        assertThat(run(olds, news, RULES.get(0), true).verdict().findings())
                .anyMatch(finding -> finding.newPath().equals(Optional.of("user.proto")));
    }

    private void compare(String what, SchemaSource olds, SchemaSource news) throws IOException, UnknownRuleException {
        for (List<String> rules : RULES) {
            SourceCheck.Compared whole = run(olds, news, rules, false);
            SourceCheck.Compared skipping = run(olds, news, rules, true);
            assertThat(skipping.verdict().findings())
                    .as(what + ", rules " + rules)
                    .isEqualTo(whole.verdict().findings());
            findings += whole.verdict().findings().size();
            filesLeftOut += whole.files() - skipping.files();
        }
    }

    private static SourceCheck.Compared run(SchemaSource olds, SchemaSource news, List<String> rules, boolean skip)
            throws IOException, UnknownRuleException {
        CheckOptions options = new CheckOptions(rules, List.of());
        SourceCheck.Outcome outcome = new SourceCheck(new SchemaReader(List.of()), options, skip).run(olds, news);
        assertThat(outcome).isInstanceOf(SourceCheck.Compared.class);
        return (SourceCheck.Compared) outcome;
    }
}
