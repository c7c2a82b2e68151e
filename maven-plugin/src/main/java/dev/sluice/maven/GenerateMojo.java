package dev.sluice.maven;

import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import dev.sluice.codegen.OutputFolder;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Generates Java bindings from the schemas and adds them to the sources that are compiled. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends SchemaMojo {
    /** The source folder to write to. Files that an earlier run wrote there and this one does not are removed. */
    @Parameter(
            property = "sluice.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/sluice")
    private File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    void run(SchemaSet schemas) throws MojoExecutionException {
        OutputFolder.Changes changes;
        try {
            changes = new OutputFolder(outputDirectory.toPath())
                    .write(Generator.generate(schemas, GeneratorOptions.DEFAULTS));
        } catch (GenerationException e) {
            for (Problem problem : e.problems()) {
                getLog().error(problem.toString());
            }
            throw new MojoExecutionException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + outputDirectory + ": " + e.getMessage());
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
        getLog().info("bindings: " + changes.written().size() + " files written, " + changes.unchanged()
                + " unchanged, " + changes.deleted().size() + " stale ones removed");
    }
}
