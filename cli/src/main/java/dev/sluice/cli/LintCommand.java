package dev.sluice.cli;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideOpener;
import dev.sluice.compat.input.SideReader;
import dev.sluice.compat.workspace.WorkspaceResult;
import dev.sluice.lint.LintCheck;
import dev.sluice.lint.LintPlan;
import dev.sluice.schema.io.Reason;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code sluice lint SCHEMAS}. */
final class LintCommand implements Command {
    private static final String NAME = "lint";

    private final Supplier<Optional<String>> stepSummary;

    /** @param stepSummary the file that GitHub names in GITHUB_STEP_SUMMARY; empty elsewhere */
    LintCommand(Supplier<Optional<String>> stepSummary) {
        this.stepSummary = stepSummary;
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        Arguments parsed = new Arguments(NAME, arguments);
        List<ReportRequest> reports = ReportRequest.of(NAME, parsed);
        List<String> use = WordList.of(parsed, "--use");
        List<String> except = WordList.of(parsed, "--except");
        Optional<String> config = parsed.value("--config");
        Optional<Severity> failOn = FailOn.of(NAME, parsed);
        boolean verbose = parsed.flag("--verbose");
        List<SchemaSource> imports = ImportFolders.of(NAME, parsed);
        String schemas = parsed.words(1, 1, "the schemas to check").get(0);
        try (MavenArtifacts artifacts = MavenArtifacts.ofUser();
                CheckSide side = new CheckSides(NAME, new SideOpener(artifacts)).openNew(schemas, "")) {
            LintPlan plan = new LintPlan(configuration(config, side), use, except);
            Optional<String> unknown = plan.unknownWord();
            if (unknown.isPresent()) {
                throw CommandFailure.usage(
                        NAME,
                        "\"" + unknown.get() + "\" is neither a category nor a rule"
                                + Nearest.hint(unknown.get(), LintPlan.words()));
            }
            Verdict verdict = verdict(side, imports, plan);
            for (Notice notice : verdict.notices()) {
                console.err().println(notice);
            }
            console.err().flush();
            new Reports(NAME, reports, verbose, side, side, stepSummary).write(verdict, console);
            return failOn.isPresent() && verdict.reaches(failOn.get()) ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
        }
    }

    private static Configuration configuration(Optional<String> config, CheckSide side) throws CommandFailure {
        try {
            return config.isPresent()
                    ? CheckConfiguration.read(NAME, config.get(), Concern.LINT)
                    : CheckConfiguration.find(NAME, side, Concern.LINT).orElse(Configuration.DEFAULT);
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static Verdict verdict(CheckSide side, List<SchemaSource> imports, LintPlan plan) throws CommandFailure {
        try {
            WorkspaceResult result =
                    SideReader.read(imports, side, plan.configuration().modules());
            if (result instanceof WorkspaceResult.Failed failed) {
                throw CommandFailure.unreadable(NAME, side.description(), failed.problems());
            }
            return LintCheck.run(((WorkspaceResult.Read) result).modules(), plan);
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static CommandFailure unread(IOException e) {
        return CommandFailure.input(List.of("sluice " + NAME + ": cannot read the schemas: " + Reason.of(e)));
    }
}
