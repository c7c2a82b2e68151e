package dev.sluice.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
    private static final String ORDER = "syntax = \"proto3\";\nmessage Order {\n  int32 quantity = 1;\n}\n";

    @TempDir
    private Path folder;

    private final CheckMojo goal = new CheckMojo();
    private final RecordingLog log = new RecordingLog();

    @BeforeEach
    void writeSchemas() throws IOException, ReflectiveOperationException {
        write("old/order.proto", ORDER);
        write("new/order.proto", ORDER);
        goal.setLog(log);
        Parameters.set(goal, "sourceDirectories", List.of(folder.resolve("new").toFile()));
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
        Parameters.set(goal, "project", project);
        Parameters.set(goal, "against", List.of("old"));
        Parameters.set(goal, "failOn", "error");
        Parameters.set(goal, "failOnMissingBaseline", true);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void equalSchemasPass() throws MojoExecutionException, MojoFailureException {
        goal.execute();
        assertThat(log.lines()).endsWith("INFO no breaking changes");
    }

    @Test
    void aBreakingChangeFailsTheBuildAndIsLoggedWithItsPosition() throws IOException {
        write("new/order.proto", ORDER.replace("int32", "string"));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("break peers that use " + folder.resolve("old"));
        assertThat(log.lines())
                .anyMatch(line ->
                        line.startsWith("ERROR " + folder.resolve("new/order.proto:3:3: error FIELD_SAME_TYPE")));
    }

    @Test
    void aRuleThatIsLeftOutDoesNotFailTheBuild() throws Exception {
        write("new/order.proto", ORDER.replace("int32", "string"));
        Parameters.set(goal, "except", List.of("FIELD_SAME_TYPE"));
        goal.execute();
        assertThat(log.lines()).endsWith("INFO no breaking changes");
    }

    @Test
    void anUnknownRuleFailsTheBuild() throws ReflectiveOperationException {
        Parameters.set(goal, "use", List.of("FEILD_SAME_TYPE"));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("FEILD_SAME_TYPE");
    }

    @Test
    void aBaselineThatIsNotThereFails() throws Exception {
        Parameters.set(goal, "against", List.of("file:gone"));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("the baseline file:gone is not to be had: there is no " + folder.resolve("gone"));
    }

    @Test
    void everyBaselineIsChecked() throws Exception {
        write("older/order.proto", ORDER.replace("int32", "string"));
        Parameters.set(goal, "against", List.of("old", "older"));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("break peers that use " + folder.resolve("older"));
    }

    @Test
    void theConfigurationOfTheProjectCounts() throws Exception {
        write("new/order.proto", ORDER.replace("int32", "string"));
        write("sluice.yaml", "version: v1\nseverity:\n  FIELD_SAME_TYPE: warn\n");
        goal.execute();
        assertThat(log.lines()).anyMatch(line -> line.startsWith("WARN ") && line.contains("FIELD_SAME_TYPE"));
    }

    @Test
    void whatIsWrongWithTheConfigurationIsSaidWithItsPosition() throws Exception {
        write("sluice.yaml", "version: v1\nsevarity: {}\n");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("sluice.yaml:2:1: error: unknown key \"sevarity\"");
    }

    @Test
    void reportsAreWritten() throws Exception {
        write("new/order.proto", ORDER.replace("int32", "string"));
        Path sarif = folder.resolve("target/check.sarif");
        Parameters.set(goal, "reports", Map.of("sarif", sarif.toFile()));
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        assertThat(sarif)
                .content()
                .contains("FIELD_SAME_TYPE", folder.resolve("new/order.proto").toString());
        Parameters.set(goal, "executionRoot", folder.toFile());
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        assertThat(sarif)
                .content()
                .contains("\"new/order.proto\"")
                .doesNotContain(folder.resolve("new").toString());
        Parameters.set(goal, "reports", Map.of("sariff", sarif.toFile()));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<sariff>; there are text, json");
    }

    @Test
    void everyBaselineHasReportsOfItsOwn() throws Exception {
        write("older/order.proto", ORDER.replace("int32", "string"));
        Parameters.set(goal, "against", List.of("old", "older"));
        Parameters.set(
                goal,
                "reports",
                Map.of("json", folder.resolve("target/check.json").toFile()));
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        assertThat(folder.resolve("target/check.json")).isEmptyFile();
        assertThat(folder.resolve("target/check-2.json")).content().contains("FIELD_SAME_TYPE");
    }

    @Test
    void aConfigurationBehindALinkIsNotPassedOver() throws Exception {
        write("strict.yaml", "version: v1\n");
        Files.createSymbolicLink(folder.resolve("new/sluice.yaml"), folder.resolve("strict.yaml"));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(folder.resolve("new/sluice.yaml") + " is a symbolic link");
    }

    @Test
    void aBaselineWhoseConfigurationIsWrongCanStillBeComparedWith() throws Exception {
        write("old/sluice.yaml", "version: v1\nsevarity: {}\n");
        goal.execute();
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("WARN the configuration of the baseline is passed over: "))
                .last()
                .isEqualTo("INFO no breaking changes");
    }

    @Test
    void skippingReadsNothing() throws Exception {
        write("new/order.proto", "not a schema");
        Parameters.set(goal, "skipCheck", true);
        goal.execute();
        assertThat(log.lines()).containsExactly("INFO skipped");
    }

    @Test
    void everyProblemOfTheSchemasIsLogged() throws IOException {
        write("new/order.proto", ORDER.replace("= 1", "= ").replace("message Order", "mesage Order"));
        write("new/item.proto", "syntax = \"proto3\";\nmessage Item { itn32 a = 1; }\n");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("problem");
        assertThat(log.lines()).anyMatch(line -> line.contains("order.proto:2:1"));
    }

    @Test
    void importsAreLookedUpInTheFoldersThatAreNamed() throws Exception {
        write("lib/money.proto", "syntax = \"proto3\";\nmessage Money { int64 units = 1; }\n");
        String pays = "syntax = \"proto3\";\nimport \"money.proto\";\nmessage Order { Money price = 1; }\n";
        write("old/order.proto", pays);
        write("new/order.proto", pays.replace("price = 1;", "price = 1; string note = 2;"));
        assertThatThrownBy(goal::execute).isInstanceOf(MojoExecutionException.class);
        Parameters.set(goal, "importDirectories", List.of(folder.resolve("lib").toFile()));
        goal.execute();
        assertThat(log.lines()).last().isEqualTo("INFO no breaking changes");
    }
}
