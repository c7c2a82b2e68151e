package dev.sluice.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Generates Java bindings from the schemas and adds them to the sources that are compiled. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends GenerationMojo {
    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/main/proto} if none is named. */
    @Parameter(property = "sluice.sourceDirectories")
    private List<File> sourceDirectories = new ArrayList<>();

    /** The source folder to write to. Files that an earlier run wrote there and this one does not are removed. */
    @Parameter(
            property = "sluice.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/sluice")
    private File outputDirectory;

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
}
