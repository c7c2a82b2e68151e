package dev.sluice.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Generates Java bindings from the schemas of the tests and adds them to the test sources that are compiled. */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends GenerationMojo {
    private static final String TEST_FOLDER = "src/test/proto";

    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/test/proto} if none is named. */
    @Parameter(property = "sluice.testSourceDirectories")
    private List<File> testSourceDirectories = new ArrayList<>();

    /**
     * The test source folder to write to. Files that an earlier run wrote there and this one does not are removed; files that Sluice
     * did not generate are never overwritten.
     */
    @Parameter(
            property = "sluice.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/sluice")
    private File testOutputDirectory;

    /**
     * The folder of JSON Schemas that bindings are made of too, all its {@code .json} files. {@code src/test/json-schema}, if that is
     * there, where none is named.
     */
    @Parameter(property = "sluice.testJsonSchemaDirectory")
    private @Nullable File testJsonSchemaDirectory;

    /** Skips this goal, as it skips the tests. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    @Override
    boolean skipGoal() {
        return skipTests;
    }

    @Override
    List<File> sourceDirectories() {
        return testSourceDirectories;
    }

    @Override
    String defaultFolder() {
        return TEST_FOLDER;
    }

    @Override
    List<Path> ownImportFolders() {
        Path main = project().getBasedir().toPath().resolve(DEFAULT_FOLDER);
        return main.toFile().isDirectory() ? List.of(main) : List.of();
    }

    @Override
    Set<String> importScopes() {
        return Set.of("compile", "provided", "runtime", "test");
    }

    @Override
    File outputDirectory() {
        return testOutputDirectory;
    }

    @Override
    void addSourceRoot(String folder) {
        project().addTestCompileSourceRoot(folder);
    }

    @Override
    Optional<File> jsonSchemaDirectory() {
        return Optional.ofNullable(testJsonSchemaDirectory);
    }

    @Override
    String defaultJsonSchemaFolder() {
        return "src/test/json-schema";
    }
}
