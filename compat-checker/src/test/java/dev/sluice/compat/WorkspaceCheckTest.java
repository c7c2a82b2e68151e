package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Finding;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pairs modules as Buf 1.75.0 does, and goes on where it stops. */
class WorkspaceCheckTest {
    private static final String P = "p/a/a.proto:1:42 FIELD_SAME_TYPE";
    private static final String Q = "q/b/b.proto:1:42 FIELD_SAME_TYPE";
    private static final String BOTH = "{version: v2, modules: [{path: p}, {path: q}]}";

    private static String schema(String letter, String type) {
        return "syntax=\"proto3\"; package " + letter + "; message M_" + letter + "{ " + type + " f = 1; }";
    }

    private static InMemorySchemas old(String configuration) {
        return InMemorySchemas.of(
                "p/a/a.proto", schema("a", "int32"), "q/b/b.proto", schema("b", "int32"), "buf.yaml", configuration);
    }

    private static InMemorySchemas now(String second, String configuration) {
        return InMemorySchemas.of(
                "p/a/a.proto", schema("a", "string"), second, schema("b", "string"), "buf.yaml", configuration);
    }

    private static List<String> found(InMemorySchemas olds, InMemorySchemas news)
            throws IOException, UnknownRuleException {
        return Checks.describe(Checks.verdict(olds, news).findings());
    }

    @Test
    void theOrderOfModulesDoesNotMatter() throws IOException, UnknownRuleException {
        assertThat(found(old(BOTH), now("q/b/b.proto", "{version: v2, modules: [{path: q}, {path: p}]}")))
                .containsExactly(P, Q);
    }

    @Test
    void aNewModuleBreaksNobody() throws IOException, UnknownRuleException {
        assertThat(found(old("{version: v2, modules: [{path: p}]}"), now("q/b/b.proto", BOTH)))
                .containsExactly(P);
    }

    @Test
    void aModuleMayMoveToAnotherFolder() throws IOException, UnknownRuleException {
        assertThat(found(old(BOTH), now("r/b/b.proto", "{version: v2, modules: [{path: p}, {path: r}]}")))
                .containsExactly(P, "r/b/b.proto:1:42 FIELD_SAME_TYPE");
    }

    @Test
    void aNameGoesBeforeTheFolder() throws IOException, UnknownRuleException {
        InMemorySchemas olds = InMemorySchemas.of(
                "p/a.proto", "syntax=\"proto3\"; message A{}",
                "q/b.proto", "syntax=\"proto3\"; message B{}",
                "buf.yaml", "{version: v2, modules: [{path: p, name: x/y/one}, {path: q, name: x/y/two}]}");
        InMemorySchemas news = InMemorySchemas.of(
                "q/a.proto", "syntax=\"proto3\"; message A{}",
                "p/b.proto", "syntax=\"proto3\"; message B{}",
                "buf.yaml", "{version: v2, modules: [{path: q, name: x/y/one}, {path: p, name: x/y/two}]}");

        assertThat(found(olds, news)).isEmpty();
    }

    @Test
    void aModuleThatIsGoneIsOneFinding() throws IOException, UnknownRuleException {
        InMemorySchemas news = InMemorySchemas.of(
                "p/a/a.proto", schema("a", "string"), "buf.yaml", "{version: v2, modules: [{path: p}]}");

        List<Finding> findings = Checks.verdict(old(BOTH), news).findings();

        assertThat(Checks.describe(findings)).containsExactly("-:1:1 FILE_NO_DELETE", P);
        assertThat(findings.get(0).message())
                .isEqualTo("module \"q\" was deleted, or moved to where no file of it has the path it had; nobody finds"
                        + " its file any more, and they were compared with nothing. Keep the module's path or name.");
        assertThat(findings.get(0).oldPath()).isEqualTo("q");
    }

    @Test
    void aModuleThatIsDividedSharesNoFileWithItsParts() throws IOException, UnknownRuleException {
        assertThat(found(old("{version: v2}"), now("q/b/b.proto", BOTH))).containsExactly("-:1:1 FILE_NO_DELETE");
    }

    @Test
    void packagesAreThoseOfOneModule() throws IOException, UnknownRuleException {
        String configuration = "{version: v2, modules: [{path: p}, {path: q}], breaking: {use: [PACKAGE]}}";
        InMemorySchemas olds = old(configuration)
                .with("p/s/s1.proto", "syntax=\"proto3\"; package s; message S1{}")
                .with("q/s/s2.proto", "syntax=\"proto3\"; package s; message S2{}");
        InMemorySchemas news =
                old(configuration).with("p/s/s1.proto", "syntax=\"proto3\"; package s; message S1{} message S2{}");

        assertThat(found(olds, news)).containsExactly("-:1:1 PACKAGE_NO_DELETE");
    }

    @Test
    void aFileThatMovesToAnotherModuleIsGoneFromItsOwn() throws IOException, UnknownRuleException {
        InMemorySchemas olds = old(BOTH).with("q/z.proto", "syntax=\"proto3\";");
        InMemorySchemas news = InMemorySchemas.of(
                "p/a/a.proto",
                schema("a", "int32"),
                "p/b/b.proto",
                schema("b", "int32"),
                "q/z.proto",
                "syntax=\"proto3\";",
                "buf.yaml",
                BOTH);

        List<Finding> findings = Checks.verdict(olds, news).findings();

        assertThat(Checks.describe(findings)).containsExactly("-:1:1 FILE_NO_DELETE");
        assertThat(findings.get(0).oldPath()).isEqualTo("q/b/b.proto");
    }

    @Test
    void modulesImportEachOther() throws IOException, UnknownRuleException {
        String importing = "syntax=\"proto3\"; package b; import \"a/a.proto\"; message M_b{ a.M_a f = 1; }";
        InMemorySchemas olds = old(BOTH).with("q/b/b.proto", importing);
        InMemorySchemas news = now("q/b/b.proto", BOTH).with("q/b/b.proto", importing);

        assertThat(found(olds, news)).containsExactly(P);
    }

    @Test
    void fingerprintsDoNotHangOnWhereAModuleIs() throws IOException, UnknownRuleException {
        String below = "{version: v2, modules: [{path: p}]}";
        String inModule = Checks.verdict(
                        InMemorySchemas.of("p/a.proto", schema("a", "int32"), "buf.yaml", below),
                        InMemorySchemas.of("p/a.proto", schema("a", "string"), "buf.yaml", below))
                .findings()
                .get(0)
                .fingerprint();

        assertThat(Checks.verdict(
                                InMemorySchemas.of("a.proto", schema("a", "int32")),
                                InMemorySchemas.of("a.proto", schema("a", "string")))
                        .findings()
                        .get(0)
                        .fingerprint())
                .isEqualTo(inModule);
    }

    private static List<String> problems(InMemorySchemas tree) throws IOException, UnknownRuleException {
        Configuration configuration = Checks.configuration(tree);
        SourceCheck.Outcome outcome = new WorkspaceCheck(
                        List.of(), new CheckPlan(configuration, CheckOptions.DEFAULT, Checks.TODAY), false)
                .run(tree, configuration.modules(), tree);
        assertThat(outcome).isInstanceOf(SourceCheck.Unreadable.class);
        return ((SourceCheck.Unreadable) outcome)
                .problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aFileInTwoModulesIsAProblem() throws IOException, UnknownRuleException {
        assertThat(problems(old(BOTH).with("p/b/b.proto", schema("b", "int32"))))
                .containsExactly("q/b/b.proto: error: imports cannot tell this file and p/b/b.proto apart: both are"
                        + " \"b/b.proto\"");
        assertThat(problems(old("{version: v2, modules: [{path: p}, {path: p, includes: [p/a]}]}")))
                .containsExactly("p/a/a.proto: error: this file belongs to two modules");
    }

    @Test
    void rootsMayNotHaveTheSameFileEither() throws IOException, UnknownRuleException {
        assertThat(problems(
                        old("{version: v1beta1, build: {roots: [p, q]}}").with("p/b/b.proto", schema("b", "int32"))))
                .hasSize(1);
    }

    @Test
    void aModuleWithoutFilesIsAProblem() throws IOException, UnknownRuleException {
        assertThat(problems(old("{version: v2, modules: [{path: p}, {path: nowhere}]}")))
                .containsExactly("memory: error: there is no .proto file in the module \"nowhere\"");
    }

    @Test
    void problemsOfSchemasNameFilesAsTheTreeDoes() throws IOException, UnknownRuleException {
        assertThat(problems(old(BOTH).with("q/b/b.proto", "syntax=\"proto3\"; message {}")))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("q/b/b.proto:1:"));
        assertThat(problems(old("{version: v2, modules: [{path: q}]}").with("q/b/b.proto", "syntax=\"proto3\"; x")))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("q/b/b.proto:1:"));
    }
}
