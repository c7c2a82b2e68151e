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

class LintMojoTest {
    private static final String ORDER =
            "syntax = \"proto3\";\npackage shop.v1;\nmessage Order {\n  int32 order_id = 1;\n}\n";
    private static final String CAMEL = ORDER.replace("order_id", "orderId");

    @TempDir
    private Path folder;

    private final LintMojo goal = new LintMojo();
    private final RecordingLog log = new RecordingLog();

    @BeforeEach
    void writeSchemas() throws IOException, ReflectiveOperationException {
        write("proto/shop/v1/order.proto", ORDER);
        goal.setLog(log);
        Parameters.set(
                goal, "sourceDirectories", List.of(folder.resolve("proto").toFile()));
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
        Parameters.set(goal, "project", project);
        Parameters.set(goal, "failOn", "error");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void cleanSchemasPass() throws Exception {
        goal.execute();
        assertThat(log.lines()).containsExactly("INFO no lint findings");
    }

    @Test
    void aFindingFailsTheBuildAndIsLoggedWithItsPosition() throws IOException {
        write("proto/shop/v1/order.proto", CAMEL);
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("not written as the lint rules ask");
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("ERROR "
                        + folder.resolve(
                                "proto/shop/v1/order.proto:4:9: error FIELD_LOWER_SNAKE_CASE: field \"orderId\"")));
    }

    @Test
    void rulesAreThoseOfTheParameters() throws Exception {
        write("proto/shop/v1/order.proto", CAMEL);
        Parameters.set(goal, "use", List.of("MINIMAL"));
        goal.execute();
        Parameters.set(goal, "use", List.of());
        Parameters.set(goal, "except", List.of("FIELD_LOWER_SNAKE_CASE"));
        goal.execute();
        assertThat(log.lines()).containsExactly("INFO no lint findings", "INFO no lint findings");
    }

    @Test
    void theLeastSeverityThatFailsIsAParameter() throws Exception {
        write("proto/shop/v1/order.proto", CAMEL);
        write("sluice.yaml", "version: v1\nseverity:\n  FIELD_LOWER_SNAKE_CASE: warn\n");
        goal.execute();
        assertThat(log.lines()).anyMatch(line -> line.startsWith("WARN ") && line.contains("FIELD_LOWER_SNAKE_CASE"));
        Parameters.set(goal, "failOn", "warn");
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        Parameters.set(goal, "failOn", "waring");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("failOn is error, warn, info or never, not \"waring\" (-Dsluice.lint.failOn)");
    }

    @Test
    void theConfigurationBesideTheSchemasCounts() throws Exception {
        write("proto/shop/v1/order.proto", CAMEL);
        write("proto/buf.yaml", "version: v2\nlint: {except: [FIELD_LOWER_SNAKE_CASE]}\n");
        goal.execute();
        assertThat(log.lines()).containsExactly("INFO no lint findings");
    }

    @Test
    void whatIsWrongWithTheConfigurationIsSaidWithItsPosition() throws Exception {
        write("sluice.yaml", "version: v1\nlint: {ues: [BASIC]}\n");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("sluice.yaml:2:8: error: unknown key");
        write("sluice.yaml", "version: v1\n");
        Parameters.set(goal, "except", List.of("STANDRAD"));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("\"STANDRAD\" is neither a category nor a lint rule; known are: [");
    }

    @Test
    void reportsAreWritten() throws Exception {
        write("proto/shop/v1/order.proto", CAMEL);
        Path sarif = folder.resolve("target/lint.sarif");
        Parameters.set(goal, "reports", Map.of("sarif", sarif.toFile()));
        assertThatThrownBy(goal::execute).isInstanceOf(MojoFailureException.class);
        assertThat(sarif).content().contains("FIELD_LOWER_SNAKE_CASE");
    }

    @Test
    void everyProblemOfTheSchemasIsLogged() throws IOException {
        write("proto/shop/v1/order.proto", ORDER.replace("= 1", "= "));
        write("proto/shop/v1/item.proto", "syntax = \"proto3\";\npackage shop.v1;\nmesage Item {}\n");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("2 problems in the schemas, the first: ");
        assertThat(log.lines())
                .anyMatch(line -> line.contains("order.proto:4:"))
                .anyMatch(line -> line.contains("item.proto:3:1"));
    }

    @Test
    void skippingReadsNothing() throws Exception {
        write("proto/shop/v1/order.proto", "not a schema");
        Parameters.set(goal, "skipLint", true);
        goal.execute();
        assertThat(log.lines()).containsExactly("INFO skipped");
    }
}
