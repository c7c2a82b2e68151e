package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.model.SchemaSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompatibilityCheckTest {
    private static final String OLD = """
            syntax = "proto3";
            package shop.v1;
            import "google/protobuf/timestamp.proto";
            message Order {
              string id = 1;
              int32 quantity = 3;
              google.protobuf.Timestamp at = 4;
            }
            """;
    private static final String NEW = OLD.replace("int32 quantity", "string amount");

    @TempDir
    private Path folder;

    private SchemaSet read(String name, String text) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Files.writeString(root.resolve("order.proto"), text);
        return set(SchemaReader.withImports(List.of()).read(root));
    }

    private static SchemaSet set(ReadResult result) {
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    private static SchemaSet throughDescriptorSet(SchemaSet set) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DescriptorSetWriter.write(set.files(), new DescriptorContent(true, true), out);
        return set(new SchemaReader(List.of()).readDescriptorSet("set.binpb", out.toByteArray()));
    }

    @Test
    void theMessageSaysWhatChangedWhoBreaksAndWhatToDo() throws IOException, UnknownRuleException {
        Verdict verdict = CompatibilityCheck.run(
                read("old", OLD), read("new", NEW), new CheckOptions(List.of("FIELD_SAME_TYPE"), List.of()));

        assertThat(verdict.isBreaking()).isTrue();
        assertThat(verdict.findings())
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo(
                        "field 3 \"quantity\" of Order changed type from int32 to string; old readers misread it or drop"
                                + " it, and source code that uses it does not compile. Add a new field instead.");
    }

    @Test
    void aDescriptorSetGivesTheSameFindingsAsItsSources() throws IOException, UnknownRuleException {
        SchemaSet old = read("old", OLD);
        SchemaSet now = read("new", NEW);
        Verdict fromSources = CompatibilityCheck.run(old, now, CheckOptions.DEFAULT);

        Verdict fromSets =
                CompatibilityCheck.run(throughDescriptorSet(old), throughDescriptorSet(now), CheckOptions.DEFAULT);

        assertThat(fromSources.findings()).isNotEmpty();
        assertThat(fromSets).isEqualTo(fromSources);
    }

    @Test
    void importsInABaselineAreNotDeletedFiles() throws IOException, UnknownRuleException {
        SchemaSet baselineWithImports = throughDescriptorSet(read("old", OLD));

        assertThat(CompatibilityCheck.run(baselineWithImports, read("new", OLD), CheckOptions.DEFAULT)
                        .findings())
                .isEmpty();
    }

    @Test
    void exceptLeavesRulesOut() throws IOException, UnknownRuleException {
        Verdict verdict = CompatibilityCheck.run(
                read("old", OLD),
                read("new", NEW),
                new CheckOptions(List.of("FILE"), List.of("FIELD_SAME_NAME", "FIELD_SAME_JSON_NAME")));

        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("FIELD_SAME_TYPE");
    }

    @Test
    void anUnknownRuleIsRefused() throws IOException {
        SchemaSet set = read("old", OLD);

        assertThatThrownBy(() -> CompatibilityCheck.run(set, set, new CheckOptions(List.of("FEILD"), List.of())))
                .isInstanceOf(UnknownRuleException.class)
                .hasMessage("\"FEILD\" is neither a category nor a rule");
    }

    @Test
    void theFingerprintHangsOnTheChangeOnly() throws IOException, UnknownRuleException {
        CheckOptions options = new CheckOptions(List.of("FIELD_SAME_TYPE"), List.of());
        SchemaSet old = read("old", OLD);
        String here = CompatibilityCheck.run(old, read("new", NEW), options)
                .findings()
                .get(0)
                .fingerprint();
        String furtherDown = CompatibilityCheck.run(old, read("new", "\n\n" + NEW), options)
                .findings()
                .get(0)
                .fingerprint();
        String anotherChange = CompatibilityCheck.run(
                        old, read("new", OLD.replace("int32 quantity", "bytes quantity")), options)
                .findings()
                .get(0)
                .fingerprint();

        assertThat(here).matches("[0-9a-f]{16}").isEqualTo(furtherDown).isNotEqualTo(anotherChange);
    }
}
