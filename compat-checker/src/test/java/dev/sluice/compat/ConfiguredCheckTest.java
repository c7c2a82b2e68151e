package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Buf 1.75.0 found in these trees by these configurations. */
class ConfiguredCheckTest {
    private static final String A = "proto/a/v1/a.proto";
    private static final String B = "proto/b/v1/b.proto";
    private static final String C = "other/c/v1/c.proto";
    private static final String FINDING = ":1:43 FIELD_SAME_TYPE";

    private static String schema(String letter, String type) {
        return "syntax=\"proto3\"; package v1; message M_" + letter + "{ " + type + " f = 1; }";
    }

    private static InMemorySchemas tree(String type, String configuration) {
        return InMemorySchemas.of(
                A, schema("a", type), B, schema("b", type), C, schema("c", type), "buf.yaml", configuration);
    }

    private static List<String> found(String configuration) throws IOException, UnknownRuleException {
        return Checks.describe(Checks.verdict(tree("int32", configuration), tree("string", configuration))
                .findings());
    }

    /** The last column names the files with a finding. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{version: v2}|cab",
                "{version: v2, breaking: {ignore: [proto/a]}}|cb",
                "{version: v2, breaking: {ignore: [proto/a/]}}|cb",
                "{version: v2, breaking: {ignore: [proto/a/v1/a.proto]}}|cb",
                "{version: v2, breaking: {ignore: [proto/a/v1/a]}}|cab",
                "{version: v2, breaking: {ignore: [a]}}|cab",
                "{version: v2, breaking: {ignore: [.]}}|",
                "{version: v2, breaking: {ignore_only: {FIELD_SAME_TYPE: [proto]}}}|c",
                "{version: v2, breaking: {ignore_only: {PACKAGE: [other]}}}|ab",
                "{version: v2, breaking: {ignore_only: {WIRE_JSON: [other]}}}|cab",
                "{version: v2, modules: [{path: proto}, {path: other}]}|cab",
                "{version: v2, modules: [{path: proto}, {path: other}], breaking: {ignore: [proto/a]}}|cb",
                "{version: v2, modules: [{path: proto}, {path: other}], breaking: {ignore: [a]}}|cab",
                "{version: v2, modules: [{path: proto}, {path: other}], breaking: {ignore: [proto]}}|c",
                "{version: v2, modules: [{path: proto, breaking: {ignore: [proto/a]}}, {path: other}]}|cb",
                "{version: v2, modules: [{path: proto, breaking: {ignore: [proto]}}]}|",
                "{version: v2, modules: [{path: proto, excludes: [proto/a]}]}|b",
                "{version: v2, modules: [{path: proto, includes: [proto/a]}]}|a",
                "{version: v2, modules: [{path: proto, includes: [proto/a]}, {path: proto, includes: [proto/b]}]}|ab",
                "{version: v1, breaking: {ignore: [proto/a]}}|cb",
                "{version: v1, breaking: {ignore: [a]}}|cab",
                "{version: v1, build: {excludes: [proto/a]}}|cb",
                "{version: v1, breaking: {ignore_only: {WIRE_JSON: [proto/a]}}}|cab",
                "{version: v1, breaking: {ignore_only: {FIELD_SAME_LABEL: [proto/a]}}}|cab",
                "{version: v1beta1, build: {roots: [proto, other]}}|cab",
                "{version: v1beta1, build: {roots: [proto, other]}, breaking: {ignore: [a]}}|cb",
                "{version: v1beta1, build: {roots: [proto, other]}, breaking: {ignore: [proto/a]}}|cab",
                "{version: v1beta1, build: {roots: [proto, other], excludes: [proto/a]}}|cb",
                "{version: v1beta1, breaking: {ignore: [proto/a]}}|cb",
                "{version: v1beta1, breaking: {use: [WIRE]}}|cab",
                "{version: v1, breaking: {use: [FILE], except: [FIELD_SAME_TYPE]}}|"
            })
    void theSameFilesHaveFindingsAsWithBuf(String configuration, String letters)
            throws IOException, UnknownRuleException {
        List<String> expected = letters == null
                ? List.of()
                : letters.chars()
                        .mapToObj(letter -> (letter == 'a' ? A : letter == 'b' ? B : C) + FINDING)
                        .toList();

        assertThat(found(configuration)).isEqualTo(expected);
    }

    @Test
    void aModuleWithItsOwnRulesDoesNotTakeTheCommonOnes() throws IOException, UnknownRuleException {
        assertThat(found("{version: v2, modules: [{path: proto, breaking: {use: [WIRE_JSON]}}, {path: other}],"
                        + " breaking: {ignore: [proto/a]}}"))
                .containsExactly(
                        C + FINDING,
                        A + ":1:43 FIELD_WIRE_JSON_COMPATIBLE_TYPE",
                        B + ":1:43 FIELD_WIRE_JSON_COMPATIBLE_TYPE");
    }

    @Test
    void aModuleWhoseRulesAreEmptyTakesTheCommonOnes() throws IOException, UnknownRuleException {
        for (String own : List.of("breaking: {}", "breaking: ")) {
            assertThat(found("{version: v2, modules: [{path: proto, " + own
                            + "}, {path: other}], breaking: {use: [WIRE_JSON]}}"))
                    .hasSize(3)
                    .allMatch(line -> line.endsWith(" FIELD_WIRE_JSON_COMPATIBLE_TYPE"));
        }
    }

    private static final InMemorySchemas MOVED_OLD = InMemorySchemas.of(
            "x/a.proto", "syntax=\"proto3\"; package p.v1; message Moved{ int32 f = 1; }",
            "y/b.proto", "syntax=\"proto3\"; package p.v1; message Stay{ int32 f = 1; }",
            "g/g.proto", "syntax=\"proto3\"; package gone.v1; message G{ int32 f = 1; }");
    private static final InMemorySchemas MOVED_NEW = InMemorySchemas.of(
            "x/a.proto", "syntax=\"proto3\"; package p.v1;",
            "y/b.proto",
                    "syntax=\"proto3\"; package p.v1; message Stay{ int32 f = 1; } message Moved{ string f = 1; }");
    private static final String FILE_GONE = "-:1:1 FILE_NO_DELETE";
    private static final String PACKAGE_GONE = "-:1:1 PACKAGE_NO_DELETE";
    private static final String MESSAGE_GONE = "x/a.proto:1:1 MESSAGE_NO_DELETE";
    private static final String RETYPED = "y/b.proto:1:76 FIELD_SAME_TYPE";

    private static List<String> moved(String more) throws IOException, UnknownRuleException {
        String configuration = "{version: v2, breaking: {use: [FILE, PACKAGE]" + more + "}}";
        return Checks.describe(
                Checks.verdict(MOVED_OLD.with("buf.yaml", configuration), MOVED_NEW.with("buf.yaml", configuration))
                        .findings());
    }

    @Test
    void eitherSidesFileDecidesWhetherAFindingIsIgnored() throws IOException, UnknownRuleException {
        assertThat(moved("")).containsExactly(FILE_GONE, PACKAGE_GONE, MESSAGE_GONE, RETYPED);
        assertThat(moved(", ignore: [x]")).containsExactly(FILE_GONE, PACKAGE_GONE);
        assertThat(moved(", ignore: [y]")).containsExactly(FILE_GONE, PACKAGE_GONE, MESSAGE_GONE);
        assertThat(moved(", ignore: [g]")).containsExactly(MESSAGE_GONE, RETYPED);
        assertThat(moved(", ignore: [.]")).isEmpty();
        assertThat(moved(", ignore_only: {FIELD_SAME_TYPE: [x]}"))
                .containsExactly(FILE_GONE, PACKAGE_GONE, MESSAGE_GONE);
        assertThat(moved(", ignore_only: {PACKAGE: [x]}")).containsExactly(FILE_GONE, PACKAGE_GONE, MESSAGE_GONE);
        assertThat(moved(", ignore_only: {PACKAGE: [g]}")).containsExactly(FILE_GONE, MESSAGE_GONE, RETYPED);
    }

    @Test
    void eitherSidesPackageDecidesWhetherAFindingIsUnstable() throws IOException, UnknownRuleException {
        String configuration = "{version: v2, breaking: {use: [FILE_SAME_PACKAGE], ignore_unstable_packages: true}}";
        InMemorySchemas stable =
                InMemorySchemas.of("a.proto", "syntax=\"proto3\"; package a.v1;", "buf.yaml", configuration);
        InMemorySchemas other =
                InMemorySchemas.of("a.proto", "syntax=\"proto3\"; package b.v1;", "buf.yaml", configuration);
        InMemorySchemas beta =
                InMemorySchemas.of("a.proto", "syntax=\"proto3\"; package a.v1beta1;", "buf.yaml", configuration);

        assertThat(Checks.verdict(stable, other).findings()).hasSize(1);
        assertThat(Checks.verdict(stable, beta).findings()).isEmpty();
        assertThat(Checks.verdict(beta, stable).findings()).isEmpty();
    }

    @Test
    void theConfigurationOfTheNewSideCounts() throws IOException, UnknownRuleException {
        Verdict verdict = Checks.verdict(
                tree("int32", "{version: v2, breaking: {ignore: [.]}}"),
                tree("string", "{version: v2, breaking: {use: [WIRE_JSON]}}"));

        assertThat(Checks.describe(verdict.findings()))
                .hasSize(3)
                .allMatch(line -> line.endsWith(" FIELD_WIRE_JSON_COMPATIBLE_TYPE"));
    }

    @Test
    void sluiceYamlCountsAloneWhereBothFilesAreThere() throws IOException, UnknownRuleException {
        InMemorySchemas news = tree("string", "{version: v2, breaking: {ignore: [proto]}}")
                .with("sluice.yaml", "{version: v1, breaking: {ignore: [other]}}");

        assertThat(Checks.describe(
                        Checks.verdict(tree("int32", "{version: v2}"), news).findings()))
                .containsExactly(A + FINDING, B + FINDING);
    }

    @Test
    void levelsDecideWhetherTheVerdictIsBreaking() throws IOException, UnknownRuleException {
        Verdict warned = levels("FIELD_SAME_TYPE: warn");
        assertThat(warned.findings()).hasSize(3).allMatch(finding -> finding.severity() == Severity.WARNING);
        assertThat(warned.isBreaking()).isFalse();
        assertThat(levels("FILE: info").findings()).allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(levels("FIELD_SAME_TYPE: off").findings()).isEmpty();
        assertThat(levels("FILE: off, FIELD_SAME_TYPE: error").isBreaking()).isTrue();
        assertThat(levels("WIRE: off").isBreaking()).isTrue();
    }

    private static Verdict levels(String levels) throws IOException, UnknownRuleException {
        return Checks.verdict(
                tree("int32", "{version: v2}"),
                tree("string", "{version: v2}").with("sluice.yaml", "{version: v1, severity: {" + levels + "}}"));
    }

    @Test
    void theCommandLineComesBeforeTheConfiguration() throws IOException, UnknownRuleException {
        InMemorySchemas olds = tree("int32", "{version: v2}");
        InMemorySchemas news = tree("string", "{version: v2, breaking: {use: [WIRE_JSON], ignore: [other]}}");

        assertThat(Checks.describe(Checks.verdict(
                                olds, news, new CheckOptions(List.of("FIELD_SAME_TYPE"), List.of()), Checks.TODAY)
                        .findings()))
                .containsExactly(A + FINDING, B + FINDING);
        assertThat(Checks.verdict(olds, news, new CheckOptions(List.of(), List.of("WIRE_JSON")), Checks.TODAY)
                        .findings())
                .isEmpty();
    }

    @Test
    void theCommandLineTakesDeprecatedIds() throws IOException, UnknownRuleException {
        InMemorySchemas olds = InMemorySchemas.of("a.proto", "syntax=\"proto3\"; message M{ int32 f = 1; }");
        InMemorySchemas news = InMemorySchemas.of("a.proto", "syntax=\"proto3\"; message M{ repeated int32 f = 1; }");

        assertThat(Checks.verdict(olds, news, new CheckOptions(List.of("FIELD_SAME_LABEL"), List.of()), Checks.TODAY)
                        .findings())
                .extracting("rule")
                .containsExactly(
                        "FIELD_SAME_CARDINALITY",
                        "FIELD_WIRE_COMPATIBLE_CARDINALITY",
                        "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY");
        assertThat(Checks.verdict(olds, news, new CheckOptions(List.of(), List.of("FIELD_SAME_LABEL")), Checks.TODAY)
                        .findings())
                .isEmpty();
    }

    @Test
    void aCheckByNoRuleSaysSo() throws IOException, UnknownRuleException {
        InMemorySchemas olds = tree("int32", "{version: v2}");
        CheckOptions nothing = new CheckOptions(List.of("FILE"), List.of("FILE"));
        Verdict byOptions = Checks.verdict(olds, tree("string", "{version: v2}"), nothing, Checks.TODAY);

        assertThat(byOptions.findings()).isEmpty();
        assertThat(byOptions.notices())
                .extracting(Notice::toString)
                .containsExactly("buf.yaml: warning: no rule is left to check by");
        assertThat(levels("FILE: off").notices())
                .extracting(Notice::toString)
                .containsExactly("sluice.yaml: warning: no rule is left to check by");
        assertThat(levels("WIRE: off").notices()).isEmpty();
    }
}
