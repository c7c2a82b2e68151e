package dev.sluice.lint.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.differential.Buf;
import dev.sluice.compat.differential.FindingLine;
import dev.sluice.lint.LintCheck;
import dev.sluice.lint.LintPlan;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.WellKnownSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Constraints at random have the findings of Buf, each with its path, start and end. {@code -Dsluice.seed} and
 * {@code -Dsluice.files} try others and more.
 */
class ConstraintDifferentialTest {
    private static final String RULE = "PROTOVALIDATE";
    private static final LintPlan PLAN = new LintPlan(Configuration.DEFAULT, List.of(RULE), List.of());
    private static final String VALIDATE = "buf/validate/validate.proto";
    private static final long SEED = Long.getLong("sluice.seed", 20261126L);
    private static final int FILES = Integer.getInteger("sluice.files", 30);
    private static final int FIELDS = 80;

    @TempDir
    private Path folder;

    @Test
    void randomConstraintsHaveTheFindingsOfBuf() throws Exception {
        Buf buf = Buf.fetched();
        Path validate = folder.resolve(VALIDATE);
        Files.createDirectories(validate.getParent());
        Files.write(validate, new WellKnownSource().read(VALIDATE).orElseThrow());
        SchemaSet rules = read(folder);
        for (int i = 0; i < FILES; i++) {
            Random random = new Random(SEED + i);
            RandomConstraints constraints = new RandomConstraints(
                    message(rules, "FieldRules"),
                    message(rules, "MessageRules"),
                    message(rules, "PredefinedRules"),
                    random);
            Files.writeString(folder.resolve("f" + i + ".proto"), constraints.file(i, FIELDS));
        }

        Buf.Result expected = buf.lint(folder, "{version: v2, lint: {use: [" + RULE + "]}}");
        Set<String> actual = new TreeSet<>();
        LintCheck.run(read(folder), PLAN).findings().forEach(finding -> actual.add(FindingLine.of(finding)));

        assertThat(expected.errors()).isEmpty();
        assertThat(expected.refused()).as("seed " + SEED).isEmpty();
        assertThat(actual).as("seed " + SEED).isEqualTo(expected.findings()).hasSizeGreaterThan(FILES * FIELDS / 4);
    }

    private static MessageType message(SchemaSet set, String name) {
        return set.message("buf.validate." + name).orElseThrow();
    }

    private static SchemaSet read(Path folder) throws IOException {
        ReadResult result = SchemaReader.withImports(List.of()).read(folder);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }
}
