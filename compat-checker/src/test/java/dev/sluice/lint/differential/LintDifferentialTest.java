package dev.sluice.lint.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;
import dev.sluice.lint.LintCheck;
import dev.sluice.lint.LintPlan;
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
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas of the corpora, as they are and changed at random: the findings of all rules are those of Buf, each with its
 * path, start, end and rule. {@code -Dsluice.seed} and {@code -Dsluice.changes} try others and more.
 */
class LintDifferentialTest {
    private static final List<String> WORDS =
            List.of("STANDARD", "COMMENTS", "UNARY_RPC", "STABLE_PACKAGE_NO_IMPORT_UNSTABLE");
    private static final long SEED = Long.getLong("sluice.seed", 20261126L);
    private static final int CHANGES = Integer.getInteger("sluice.changes", 1_000);
    private static final int CHANGES_A_FILE = 4;

    @TempDir
    private Path folder;

    private final List<String> differences = new ArrayList<>();
    private int runs;

    @Test
    void protobufTestsHaveTheFindingsOfBuf() throws Exception {
        BufLint buf = BufLint.fetched();
        SchemaTexts base = accepted(SchemaTexts.of("protobuf-tests", "src"), buf);

        compare(buf, base, "unchanged");
        changeAndCompare(buf, base, Integer.MAX_VALUE);

        assertThat(differences).isEmpty();
    }

    @Test
    void googleapisHaveTheFindingsOfBuf() throws Exception {
        BufLint buf = BufLint.fetched();

        changeAndCompare(buf, SchemaTexts.of("googleapis", "new"), 80);

        assertThat(differences).isEmpty();
    }

    private void changeAndCompare(BufLint buf, SchemaTexts all, int files) throws Exception {
        int changes = 0;
        for (long seed = SEED; changes < CHANGES; seed++) {
            Random random = new Random(seed);
            SchemaTexts sample = all.sample(files, random);
            compare(buf, sample, "seed " + seed + " unchanged");
            changes += compareChanged(buf, sample, random, "seed " + seed);
        }
    }

    /** Changes most files, undoes the changes of those that then cannot be read, and returns how many files differ. */
    private int compareChanged(BufLint buf, SchemaTexts base, Random random, String title) throws Exception {
        StyleEdits edits = new StyleEdits(random);
        Map<String, String> changed = new TreeMap<>(base.texts());
        changed.replaceAll((path, text) -> {
            String edited = text;
            for (int i = 0; i < CHANGES_A_FILE; i++) {
                edited = edits.apply(edited);
            }
            return edited;
        });
        while (true) {
            SchemaTexts texts = new SchemaTexts(changed);
            Set<String> wrong = texts.unreadable();
            if (wrong.isEmpty()) {
                wrong = compare(buf, texts, title);
            }
            if (wrong.isEmpty()) {
                return differing(base.texts(), changed) * CHANGES_A_FILE;
            }
            int before = differing(base.texts(), changed);
            wrong.forEach(path -> changed.replace(path, base.texts().getOrDefault(path, "")));
            if (differing(base.texts(), changed) == before) {
                // What is wrong is wrong with what these files import.
                changed.putAll(base.texts());
            }
        }
    }

    private static int differing(Map<String, String> some, Map<String, String> others) {
        return (int) some.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(others.get(entry.getKey())))
                .count();
    }

    /** Adds what differs; returns the files that Buf refuses, in which case nothing is compared. */
    private Set<String> compare(BufLint buf, SchemaTexts texts, String title) throws Exception {
        BufLint.Result expected = run(buf, texts);
        if (expected.refused().isEmpty()) {
            Set<String> actual = findings(texts);
            difference(title + ": only Buf finds ", expected.findings(), actual);
            difference(title + ": Buf does not find ", actual, expected.findings());
            assertThat(actual).isNotEmpty();
        }
        return expected.refused();
    }

    private BufLint.Result run(BufLint buf, SchemaTexts texts) throws IOException, InterruptedException {
        Path run = Files.createDirectory(folder.resolve("run" + runs++));
        texts.writeTo(run);
        Files.writeString(
                run.resolve("buf.yaml"), "version: v2\nlint:\n  use: " + WORDS + "\n  except: [PROTOVALIDATE]\n");
        return buf.lint(run);
    }

    /** Without the schemas that either refuses, and those that import them. */
    private SchemaTexts accepted(SchemaTexts texts, BufLint buf) throws IOException, InterruptedException {
        SchemaTexts accepted = texts.without(texts.texts().keySet().stream()
                .filter(path -> texts.texts().getOrDefault(path, "").contains("message_set_wire_format"))
                .toList());
        while (true) {
            Set<String> wrong = new TreeSet<>(accepted.unreadable());
            if (wrong.isEmpty()) {
                wrong.addAll(run(buf, accepted).refused());
            }
            if (wrong.isEmpty()) {
                return accepted;
            }
            accepted = accepted.without(wrong);
        }
    }

    private void difference(String what, Set<String> some, Set<String> others) {
        for (String finding : some) {
            if (!others.contains(finding)) {
                differences.add(what + finding);
            }
        }
    }

    private static Set<String> findings(SchemaTexts texts) throws IOException {
        ReadResult result = new SchemaReader(List.of()).read(texts);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        LintPlan plan = new LintPlan(Configuration.DEFAULT, WORDS, List.of());
        Set<String> findings = new TreeSet<>();
        for (Finding finding :
                LintCheck.run(((ReadResult.Read) result).set(), plan).findings()) {
            Position position = finding.position();
            findings.add(finding.newPath().orElseThrow() + ":" + position.startLine() + ":" + position.startColumn()
                    + ":" + position.endLine() + ":" + position.endColumn() + " " + finding.rule());
        }
        return findings;
    }
}
