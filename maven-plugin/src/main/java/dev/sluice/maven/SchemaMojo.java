package dev.sluice.maven;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that read schemas have in common. */
abstract class SchemaMojo extends AbstractMojo {
    /** The folder of the {@code .proto} files; imports in them start from here. */
    @Parameter(property = "sluice.sourceDirectory", defaultValue = "${project.basedir}/src/main/proto")
    private File sourceDirectory;

    /**
     * Further folders in which imports are looked up. {@code google/protobuf/*.proto} and {@code
     * buf/validate/validate.proto} are found without.
     */
    @Parameter(property = "sluice.importDirectories")
    private List<File> importDirectories = new ArrayList<>();

    /** Skips every goal of this plugin. */
    @Parameter(property = "sluice.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipGoal()) {
            getLog().info("skipped");
            return;
        }
        if (!sourceDirectory.isDirectory()) {
            throw new MojoExecutionException("the schema folder " + sourceDirectory
                    + " does not exist; set <sourceDirectory> (or -Dsluice.sourceDirectory)");
        }
        run(read(sourceDirectory.toPath()));
    }

    /** Whether this goal is skipped by a parameter of its own. */
    boolean skipGoal() {
        return false;
    }

    final File sourceDirectory() {
        return sourceDirectory;
    }

    /** Does the goal's work on the schemas of the source directory. */
    abstract void run(SchemaSet schemas) throws MojoExecutionException, MojoFailureException;

    /** Reads a folder or a descriptor set; each problem is logged and fails the build. */
    final SchemaSet read(Path folderOrSet) throws MojoExecutionException {
        List<Path> imports = new ArrayList<>();
        for (File folder : importDirectories) {
            if (!Files.isDirectory(folder.toPath())) {
                throw new MojoExecutionException("the import folder " + folder + " does not exist");
            }
            imports.add(folder.toPath());
        }
        ReadResult result;
        try {
            result = SchemaReader.withImports(imports).read(folderOrSet);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + folderOrSet + ": " + e.getMessage());
        }
        if (result instanceof ReadResult.Read read) {
            return read.set();
        }
        List<Problem> problems = ((ReadResult.Failed) result).problems();
        for (Problem problem : problems) {
            getLog().error(problem.toString());
        }
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        throw new MojoExecutionException(
                count + " in the schemas of " + folderOrSet + ", the first: " + problems.get(0));
    }
}
