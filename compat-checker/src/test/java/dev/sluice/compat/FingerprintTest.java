package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Fingerprint;
import dev.sluice.compat.rule.Anchor;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FingerprintTest {
    private static final Path FIXTURES = Path.of("src/test/resources/rules").toAbsolutePath();
    private static final CheckOptions EVERYTHING =
            new CheckOptions(Arrays.stream(Category.values()).map(Enum::name).toList(), List.of());

    /** Over the cases of all rules: no two findings share one, and lines put before everything change none. */
    @TestFactory
    Stream<DynamicTest> itTellsChangesApartAndDoesNotHangOnLines() throws IOException {
        try (Stream<Path> cases = Files.walk(FIXTURES, 2)) {
            return cases.filter(path -> path.getNameCount() == FIXTURES.getNameCount() + 2).sorted().toList().stream()
                    .map(folder ->
                            DynamicTest.dynamicTest(FIXTURES.relativize(folder).toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException, UnknownRuleException {
        List<Finding> findings = check(folder, "");
        Set<String> fingerprints = fingerprints(findings);

        assertThat(fingerprints).as("one for each of %s", findings).hasSameSizeAs(findings);
        assertThat(fingerprints(check(folder, "\n// moved\n\n\n"))).isEqualTo(fingerprints);
    }

    private static List<Finding> check(Path folder, String before) throws IOException, UnknownRuleException {
        return CompatibilityCheck.run(read(folder.resolve("old"), ""), read(folder.resolve("new"), before), EVERYTHING)
                .findings();
    }

    private static Set<String> fingerprints(List<Finding> findings) {
        Set<String> fingerprints = new TreeSet<>();
        findings.forEach(finding -> fingerprints.add(finding.fingerprint()));
        return fingerprints;
    }

    private static SchemaSet read(Path folder, String before) throws IOException {
        InMemorySchemas tree = InMemorySchemas.of();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree = tree.with(
                        folder.relativize(file).toString(), before + Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return set(tree);
    }

    private static SchemaSet set(InMemorySchemas tree) throws IOException {
        ReadResult result = new SchemaReader(List.of()).read(tree);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    @Test
    void itDoesNotHangOnTheWording() throws IOException {
        SchemaSet set = set(InMemorySchemas.of("a.proto", "syntax=\"proto3\"; message M{}"));
        ModuleSchemas module = ModuleSchemas.whole(SchemaModule.WHOLE, set);
        FindingCollector collector = new FindingCollector(module, module, Configuration.DEFAULT);
        Anchor gone = new Anchor(null, List.of());
        var rule = Catalogue.rules().get(0);
        var file = set.files().get(0);

        collector.add(rule, gone, file, "subject", "a -> b", "one wording");
        collector.add(rule, gone, file, "subject", "a -> b", "another wording");
        collector.add(rule, gone, file, "other subject", "a -> b", "one wording");
        collector.add(rule, gone, file, "subject", "a -> c", "one wording");
        collector.add(Catalogue.rules().get(1), gone, file, "subject", "a -> b", "one wording");

        List<String> prints =
                collector.findings().stream().map(Finding::fingerprint).toList();
        assertThat(prints.get(1)).isEqualTo(prints.get(0));
        assertThat(new HashSet<>(prints)).hasSize(4);
    }

    @Test
    void itIsAHashOfEachPart() {
        assertThat(Fingerprint.of("a", "bc"))
                .matches("[0-9a-f]{16}")
                .isEqualTo(Fingerprint.of("a", "bc"))
                .isNotEqualTo(Fingerprint.of("ab", "c"))
                .isNotEqualTo(Fingerprint.of("abc"))
                .isNotEqualTo(Fingerprint.of("a", "b", "c"));
        assertThat(Fingerprint.of("a", "")).isNotEqualTo(Fingerprint.of("a"));
    }
}
