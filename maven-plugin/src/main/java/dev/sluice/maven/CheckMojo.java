package dev.sluice.maven;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.report.TextReporter;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build where the schemas have changed, since a baseline, in a way that breaks a peer. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends SchemaMojo {
    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/main/proto} if none is named. */
    @Parameter(property = "sluice.sourceDirectories")
    private List<File> sourceDirectories = new ArrayList<>();

    /** The baseline: a folder of schemas, or a descriptor set. */
    @Parameter(property = "sluice.against", required = true)
    private File against;

    /** Categories (FILE, PACKAGE, WIRE_JSON, WIRE, CSR) and rule ids to apply. */
    @Parameter(property = "sluice.use", defaultValue = "FILE")
    private List<String> use = new ArrayList<>();

    /** Categories and rule ids to leave out. */
    @Parameter(property = "sluice.except")
    private List<String> except = new ArrayList<>();

    /** Whether a baseline that is not there fails the build. */
    @Parameter(property = "sluice.failOnMissingBaseline", defaultValue = "true")
    private boolean failOnMissingBaseline;

    /** Skips this goal. */
    @Parameter(property = "sluice.check.skip", defaultValue = "false")
    private boolean skipCheck;

    @Override
    boolean skipGoal() {
        return skipCheck;
    }

    @Override
    List<File> sourceDirectories() {
        return sourceDirectories;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        SchemaFolders schemas = schemas();
        if (!against.exists()) {
            String missing = "the baseline " + against + " is not there";
            if (failOnMissingBaseline) {
                throw new MojoExecutionException(
                        missing + "; for a first release set <failOnMissingBaseline>false</failOnMissingBaseline>");
            }
            getLog().warn(missing + ": nothing is checked");
            return;
        }
        getLog().info("baseline: " + against);
        Verdict verdict = check(baseline(schemas), schemas.read(getLog()));
        if (verdict.findings().isEmpty()) {
            getLog().info("no breaking changes");
            return;
        }
        for (String line : report(verdict, schemas).split("\n")) {
            getLog().error(line);
        }
        if (verdict.isBreaking()) {
            throw new MojoFailureException(
                    "the schemas break peers that use " + against.getName() + ": see the changes above");
        }
    }

    private SchemaSet baseline(SchemaFolders schemas) throws MojoExecutionException {
        try {
            return schemas.result(new SchemaReader(schemas.imports()).read(against.toPath()), getLog());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read the baseline " + against + ": " + e.getMessage());
        }
    }

    private Verdict check(SchemaSet olds, SchemaSet news) throws MojoExecutionException {
        try {
            return CompatibilityCheck.run(olds, news, new CheckOptions(use, except));
        } catch (UnknownRuleException e) {
            throw new MojoExecutionException(e.getMessage() + "; known are: " + CompatibilityCheck.words());
        }
    }

    private String report(Verdict verdict, SchemaFolders schemas) {
        StringBuilder report = new StringBuilder();
        try {
            new TextReporter(schemas.names(), false).write(verdict, report);
        } catch (IOException e) {
            throw new UncheckedIOException("a string builder does not fail", e);
        }
        return report.toString();
    }
}
