package dev.sluice.contract.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house as it is drawn: modules depend one way, and packages have no cycles. */
class ArchitectureTest {
    private static final List<String> MODULES = List.of(
            "schema-model",
            "compat-checker",
            "codegen/runtime",
            "codegen/protobuf-java",
            "codegen/grpc",
            "codegen/protovalidate",
            "codegen/generator",
            "maven-plugin",
            "contract-tests/kit",
            "contract-tests/pact",
            "contract-tests/verification",
            "cli");

    private static JavaClasses house;

    @BeforeAll
    static void readTheClassesOfEveryModule() {
        Path root = Path.of(System.getProperty("sluice.root"));
        List<Path> folders = new ArrayList<>();
        for (String module : MODULES) {
            Path classes = root.resolve(module).resolve("target/classes");
            boolean built = Files.isDirectory(classes);
            assertThat(built || System.getenv("CI") == null)
                    .as("%s is built before this test runs", module)
                    .isTrue();
            assumeTrue(built, module + " is not built: the architecture is checked in a build of everything");
            folders.add(classes);
        }
        house = new ClassFileImporter().importPaths(folders);
    }

    @Test
    void noPackageCycles() {
        slices().matching("dev.sluice.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void schemaModelDependsOnNothingButTheJdk() {
        onlyDependOn("dev.sluice.schema..", "dev.sluice.schema..");
    }

    @Test
    void compatCheckerDependsOnTheSchemaModelAndAYamlReaderOnly() {
        for (String part : List.of("dev.sluice.compat..", "dev.sluice.lint..")) {
            onlyDependOn(
                    part, "dev.sluice.compat..", "dev.sluice.lint..", "dev.sluice.schema..", "org.snakeyaml.engine..");
        }
    }

    @Test
    void runtimeDependsOnNothingButTheJdk() {
        onlyDependOn("dev.sluice.runtime..", "dev.sluice.runtime..");
    }

    @Test
    void interopDependsOnTheRuntimeAndWhatItIsFor() {
        onlyDependOn(
                "dev.sluice.interop.protobuf..",
                "dev.sluice.interop.protobuf..",
                "dev.sluice.runtime..",
                "com.google.protobuf..");
        onlyDependOn("dev.sluice.interop.grpc..", "dev.sluice.interop.grpc..", "dev.sluice.runtime..", "io.grpc..");
        onlyDependOn(
                "dev.sluice.interop.protovalidate..",
                "dev.sluice.interop..",
                "dev.sluice.runtime..",
                "build.buf..",
                "com.google.protobuf..");
    }

    @Test
    void codegenDependsOnTheSchemaModelTheRuntimeAndJavaPoetOnly() {
        onlyDependOn(
                "dev.sluice.codegen..",
                "dev.sluice.codegen..",
                "dev.sluice.schema..",
                "dev.sluice.runtime..",
                "com.palantir.javapoet..");
    }

    @Test
    void theKitKnowsNoneOfTheTools() {
        noClasses()
                .that()
                .resideInAPackage("dev.sluice.contract..")
                .and()
                .resideOutsideOfPackages("dev.sluice.contract.verification..", "dev.sluice.contract.pact..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sluice.schema..",
                        "dev.sluice.compat..",
                        "dev.sluice.codegen..",
                        "dev.sluice.maven..",
                        "dev.sluice.cli..")
                .check(house);
    }

    @Test
    void pactSupportReadsSchemasAndKnowsNoneOfTheTools() {
        noClasses()
                .that()
                .resideInAPackage("dev.sluice.contract.pact..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sluice.compat..", "dev.sluice.codegen..", "dev.sluice.maven..", "dev.sluice.cli..")
                .check(house);
    }

    @Test
    void theMavenApiIsOnlyInTheMavenPlugin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sluice.maven..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(house);
    }

    @Test
    void pactIsOnlyInTheContractTests() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sluice.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("au.com.dius.pact..")
                .check(house);
    }

    private static void onlyDependOn(String module, String... allowed) {
        String[] packages = new String[allowed.length + 3];
        System.arraycopy(allowed, 0, packages, 0, allowed.length);
        packages[allowed.length] = "java..";
        packages[allowed.length + 1] = "javax.lang.model..";
        packages[allowed.length + 2] = "org.jspecify..";
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(house);
    }
}
