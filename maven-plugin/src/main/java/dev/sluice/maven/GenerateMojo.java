package dev.sluice.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Generates Java bindings from the schemas, {@code .proto} files and JSON Schemas, and adds them to the sources that are compiled. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends GenerationMojo {
    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/main/proto} if none is named. */
    @Parameter(property = "sluice.sourceDirectories")
    private List<File> sourceDirectories = new ArrayList<>();

    /**
     * The source folder to write to. Files that an earlier run wrote there and this one does not are removed; files that Sluice
     * did not generate are never overwritten.
     */
    @Parameter(
            property = "sluice.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/sluice")
    private File outputDirectory;

    /**
     * The folder of JSON Schemas that bindings are made of too, all its {@code .json} files. {@code src/main/json-schema}, if that is
     * there, where none is named.
     */
    @Parameter(property = "sluice.jsonSchemaDirectory")
    private @Nullable File jsonSchemaDirectory;

    /** Skips this goal. */
    @Parameter(property = "sluice.generate.skip", defaultValue = "false")
    private boolean skipGenerate;

    @Override
    boolean skipGoal() {
        return skipGenerate;
    }

    @Override
    List<File> sourceDirectories() {
        return sourceDirectories;
    }

    @Override
    File outputDirectory() {
        return outputDirectory;
    }

    @Override
    void addSourceRoot(String folder) {
        project().addCompileSourceRoot(folder);
    }

    @Override
    Optional<File> jsonSchemaDirectory() {
        return Optional.ofNullable(jsonSchemaDirectory);
    }

    @Override
    String defaultJsonSchemaFolder() {
        return "src/main/json-schema";
    }
}
