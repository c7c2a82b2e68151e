package dev.sluice.maven;

import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.io.WholeFile;
import dev.sluice.schema.model.SchemaSet;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Writes the schemas and what they import as a FileDescriptorSet and attaches it to the project, so that it is released with
 * it: type {@value #TYPE}, classifier {@value #CLASSIFIER}. The next release is checked against it.
 */
@Mojo(name = "descriptor", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class DescriptorMojo extends SchemaMojo {
    static final String TYPE = "binpb";
    static final String CLASSIFIER = "schemas";

    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/main/proto} if none is named. */
    @Parameter(property = "sluice.sourceDirectories")
    private List<File> sourceDirectories = new ArrayList<>();

    /** The file to write. */
    @Parameter(
            property = "sluice.descriptorFile",
            defaultValue = "${project.build.directory}/${project.build.finalName}-schemas.binpb")
    private File descriptorFile;

    @Inject
    private MavenProjectHelper helper;

    @Override
    List<File> sourceDirectories() {
        return sourceDirectories;
    }

    @Override
    void run() throws MojoExecutionException {
        SchemaSet set = schemas().read(getLog());
        try {
            write(set, descriptorFile);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + descriptorFile + ": " + e.getMessage(), e);
        }
        helper.attachArtifact(project(), TYPE, CLASSIFIER, descriptorFile);
        getLog().info("descriptor set of " + set.files().size() + " files: " + descriptorFile);
    }

    /** Writes a set with the positions of its elements. */
    static void write(SchemaSet set, File target) throws IOException {
        WholeFile.replace(
                target.toPath(),
                out -> DescriptorSetWriter.write(set.files(), new DescriptorContent(true, false), out));
    }
}
