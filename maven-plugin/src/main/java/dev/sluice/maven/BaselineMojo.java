package dev.sluice.maven;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the schemas as they are now to a file that {@code check} can compare with later, for a project that keeps its
 * baseline in version control rather than in a repository of artifacts. It only ever runs when it is asked to: a baseline
 * that follows the schemas by itself protects nobody.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends SchemaMojo {
    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/main/proto} if none is named. */
    @Parameter(property = "sluice.sourceDirectories")
    private List<File> sourceDirectories = new ArrayList<>();

    /** The file to write. */
    @Parameter(property = "sluice.baselineFile", defaultValue = "${project.basedir}/baselines/${project.version}.binpb")
    private File baselineFile;

    /** Whether a baseline that is there already is replaced. */
    @Parameter(property = "sluice.overwrite", defaultValue = "false")
    private boolean overwrite;

    @Override
    List<File> sourceDirectories() {
        return sourceDirectories;
    }

    @Override
    void run() throws MojoExecutionException {
        if (baselineFile.exists() && !overwrite) {
            throw new MojoExecutionException("the baseline " + baselineFile
                    + " exists; name another with -Dsluice.baselineFile, or replace it with -Dsluice.overwrite");
        }
        try {
            DescriptorMojo.write(schemas().read(getLog()), baselineFile);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + baselineFile + ": " + e.getMessage(), e);
        }
        getLog().info("baseline written: " + baselineFile);
    }
}
