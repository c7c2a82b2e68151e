package dev.sluice.maven;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CheckPlan;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.SourceCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.input.BadAddressException;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideCheck;
import dev.sluice.compat.input.SourceExcerpts;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Fails the build where the schemas have changed, since a baseline, in a way that breaks a peer. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends SchemaMojo {
    /** The folders of the {@code .proto} files; imports in them start from here. {@code src/main/proto} if none is named. */
    @Parameter(property = "sluice.sourceDirectories")
    private List<File> sourceDirectories = new ArrayList<>();

    /**
     * The baselines, each of which must not be broken: {@code release}, the latest release of this project below its version
     * (the descriptor set that {@code descriptor} attached, or else the jar); {@code git:REVISION} or {@code
     * git:merge-base:REVISION}; {@code gav:GROUP:ARTIFACT:VERSION}; a folder, a descriptor set or an archive, perhaps
     * with {@code file:} before it.
     */
    @Parameter(property = "sluice.against", defaultValue = Baselines.RELEASE)
    private List<String> against = new ArrayList<>();

    /** Categories (FILE, PACKAGE, WIRE_JSON, WIRE, CSR, STRICT) and rule ids to apply, instead of those of the configuration. */
    @Parameter(property = "sluice.use")
    private List<String> use = new ArrayList<>();

    /** Categories and rule ids to leave out. */
    @Parameter(property = "sluice.except")
    private List<String> except = new ArrayList<>();

    /**
     * The configuration: rules, severities, waivers. Where none is named, the {@code sluice.yaml} of the project's folder, or
     * else the {@code sluice.yaml} or {@code buf.yaml} in the folder of the schemas.
     */
    @Parameter(property = "sluice.configFile")
    private File configFile;

    /** The least severity that fails the build: {@code error}, {@code warn}, {@code info}, or {@code never}. */
    @Parameter(property = "sluice.failOn", defaultValue = "error")
    private String failOn;

    /** Whether the build fails where the project has never been released and so has no baseline. */
    @Parameter(property = "sluice.failOnMissingBaseline", defaultValue = "true")
    private boolean failOnMissingBaseline;

    /**
     * Reports to write, by format (json, github, sarif, junit, markdown, gitlab): files. Paths in them
     * start from the folder in which Maven runs. Where there are several baselines, what is found
     * of the second goes to {@code name-2.ext}, and so on.
     */
    @Parameter
    private Map<String, File> reports = new LinkedHashMap<>();

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
        Optional<Severity> least = FailOn.severity(failOn, "sluice.failOn");
        CheckReports writer = CheckReports.of(reports);
        List<String> broken = new ArrayList<>();
        try (CheckSide now = schemas.side()) {
            CheckPlan plan = plan(now);
            for (int number = 1; number <= against.size(); number++) {
                Optional<CheckSide> old = open(against.get(number - 1), schemas);
                if (old.isPresent()) {
                    try (CheckSide side = old.get()) {
                        Verdict verdict = compare(side, now, plan, schemas);
                        SourceExcerpts excerpts = new SourceExcerpts(side, now);
                        new VerdictLog(getLog()).write(verdict, schemas.names(), excerpts);
                        writer.write(verdict, schemas.namesFrom(executionRoot()), excerpts, number);
                        if (least.isPresent() && verdict.reaches(least.get())) {
                            broken.add(side.description());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new MojoExecutionException("the schemas cannot be checked: " + e.getMessage(), e);
        }
        if (!broken.isEmpty()) {
            throw new MojoFailureException("the schemas break peers that use " + String.join(" or ", broken)
                    + ": see the changes above; `mvn sluice:explain -Dsluice.rule=RULE` says more about a rule, and"
                    + " `mvn sluice:waive -Dsluice.fingerprint=…` lets an intended change pass");
        }
    }

    private Optional<CheckSide> open(String baseline, SchemaFolders schemas)
            throws IOException, MojoExecutionException {
        Optional<CheckSide> old;
        try {
            old = new Baselines(this::artifacts, project()).open(baseline, schemas.firstFolder());
        } catch (SourceUnavailableException e) {
            String advice =
                    e.remedy().map(command -> "; to have it: " + command).orElse("");
            throw new MojoExecutionException(
                    "the baseline " + baseline + " is not to be had: " + e.getMessage() + advice);
        } catch (BadAddressException e) {
            throw new MojoExecutionException(e.getMessage() + " (<against> or -Dsluice.against)");
        }
        if (old.isPresent()) {
            getLog().info("baseline: " + old.get().description());
            return old;
        }
        String missing = project().getGroupId() + ":" + project().getArtifactId() + " has no release below "
                + project().getVersion();
        if (failOnMissingBaseline) {
            throw new MojoExecutionException(
                    missing
                            + ", so there is nothing to check against; for a first release set"
                            + " <failOnMissingBaseline>false</failOnMissingBaseline> (or -Dsluice.failOnMissingBaseline=false)");
        }
        getLog().warn(missing + ": nothing is checked");
        return old;
    }

    private CheckPlan plan(CheckSide now) throws IOException, MojoExecutionException {
        Path inProject = project().getBasedir().toPath();
        Configuration ofNew = new Configurations(getLog(), Concern.CHANGES)
                .of(Optional.ofNullable(configFile).map(File::toPath), inProject, now);
        return new CheckPlan(ofNew, new CheckOptions(use, except), LocalDate.now(ZoneOffset.UTC));
    }

    private Verdict compare(CheckSide old, CheckSide now, CheckPlan plan, SchemaFolders schemas)
            throws IOException, MojoExecutionException {
        Optional<Configuration> ofOld = new Configurations(getLog(), Concern.CHANGES).ofBaseline(old);
        SourceCheck.Outcome outcome;
        try {
            outcome = new SideCheck(schemas.imports(), plan, true).run(old, ofOld, now);
        } catch (UnknownRuleException e) {
            throw new MojoExecutionException(e.getMessage() + "; known are: " + CompatibilityCheck.words());
        }
        if (outcome instanceof SourceCheck.Compared compared) {
            return compared.verdict();
        }
        SourceCheck.Unreadable unreadable = (SourceCheck.Unreadable) outcome;
        throw unreadable.source().equals(now.description())
                ? schemas.failure(unreadable.problems(), getLog())
                : failure(unreadable);
    }

    private MojoExecutionException failure(SourceCheck.Unreadable baseline) {
        List<Problem> problems = baseline.problems();
        problems.forEach(problem -> getLog().error(problem.toString()));
        return new MojoExecutionException("the baseline " + baseline.source() + " cannot be read: " + problems.get(0));
    }
}
