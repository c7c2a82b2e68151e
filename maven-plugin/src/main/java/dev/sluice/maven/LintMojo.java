package dev.sluice.maven;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideReader;
import dev.sluice.compat.input.SourceExcerpts;
import dev.sluice.compat.workspace.WorkspaceResult;
import dev.sluice.lint.LintCheck;
import dev.sluice.lint.LintPlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build where the schemas are not written as the lint rules ask: names, comments, packages, imports. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class LintMojo extends SchemaMojo {
    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/main/proto} if none is named. */
    @Parameter(property = "sluice.sourceDirectories")
    private List<File> sourceDirectories = new ArrayList<>();

    /**
     * Categories (STANDARD, BASIC, MINIMAL, COMMENTS, UNARY_RPC) and rule ids to apply, instead of those of the
     * configuration. Where neither names any it is STANDARD.
     */
    @Parameter(property = "sluice.lint.use")
    private List<String> use = new ArrayList<>();

    /** Categories and rule ids to leave out. */
    @Parameter(property = "sluice.lint.except")
    private List<String> except = new ArrayList<>();

    /**
     * The configuration: rules, conventions, severities. Where none is named, the {@code sluice.yaml} of the project's
     * folder, or else the {@code sluice.yaml} or {@code buf.yaml} in the folder of the schemas.
     */
    @Parameter(property = "sluice.configFile")
    private File configFile;

    /** The least severity that fails the build: {@code error}, {@code warn}, {@code info}, or {@code never}. */
    @Parameter(property = "sluice.lint.failOn", defaultValue = "error")
    private String failOn;

    /**
     * Reports to write, by format (json, github, sarif, junit, markdown, gitlab): files. Paths in them start from the folder in which
     * Maven runs.
     */
    @Parameter
    private Map<String, File> reports = new LinkedHashMap<>();

    /** Skips this goal. */
    @Parameter(property = "sluice.lint.skip", defaultValue = "false")
    private boolean skipLint;

    @Override
    boolean skipGoal() {
        return skipLint;
    }

    @Override
    List<File> sourceDirectories() {
        return sourceDirectories;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        SchemaFolders schemas = schemas();
        Optional<Severity> least = FailOn.severity(failOn, "sluice.lint.failOn");
        CheckReports writer = CheckReports.of(reports);
        try (CheckSide side = schemas.side()) {
            Verdict verdict = verdict(side, schemas);
            SourceExcerpts excerpts = new SourceExcerpts(side, side);
            new VerdictLog(getLog()).write(verdict, schemas.names(), excerpts);
            writer.write(verdict, schemas.namesFrom(executionRoot()), excerpts, 1);
            if (least.isPresent() && verdict.reaches(least.get())) {
                throw new MojoFailureException(
                        "the schemas are not written as the lint rules ask: see the findings above;"
                                + " `mvn sluice:explain -Dsluice.rule=RULE` says more about a rule");
            }
        } catch (IOException e) {
            throw new MojoExecutionException("the schemas cannot be checked: " + e.getMessage(), e);
        }
    }

    private Verdict verdict(CheckSide side, SchemaFolders schemas) throws IOException, MojoExecutionException {
        Path inProject = project().getBasedir().toPath();
        Optional<Path> named = Optional.ofNullable(configFile).map(File::toPath);
        Configuration configuration = new Configurations(getLog(), Concern.LINT).of(named, inProject, side);
        LintPlan plan = new LintPlan(configuration, use, except);
        Optional<String> unknown = plan.unknownWord();
        if (unknown.isPresent()) {
            throw new MojoExecutionException(
                    "\"" + unknown.get() + "\" is neither a category nor a lint rule; known are: " + LintPlan.words());
        }
        WorkspaceResult result = SideReader.read(schemas.imports(), side, configuration.modules());
        if (result instanceof WorkspaceResult.Failed failed) {
            throw schemas.failure(failed.problems(), getLog());
        }
        return LintCheck.run(((WorkspaceResult.Read) result).modules(), plan);
    }
}
