package dev.sluice.cli;

import dev.sluice.compat.CheckPlan;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.SourceCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideCheck;
import dev.sluice.compat.input.SideOpener;
import dev.sluice.schema.io.Reason;
import dev.sluice.schema.problem.Printable;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code sluice check NEW --against OLD}. */
final class CheckCommand implements Command {
    private static final String NAME = "check";

    private final Supplier<Optional<String>> stepSummary;

    /** @param stepSummary the file that GitHub names in GITHUB_STEP_SUMMARY; empty elsewhere */
    CheckCommand(Supplier<Optional<String>> stepSummary) {
        this.stepSummary = stepSummary;
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        try (MavenArtifacts artifacts = MavenArtifacts.ofUser();
                SideOpener opener = new SideOpener(artifacts)) {
            opener.begin(arguments.isEmpty() ? "" : arguments.get(0));
            return run(CheckRequest.of(arguments), new CheckSides(NAME, opener), console);
        }
    }

    private int run(CheckRequest request, CheckSides sides, Console console) throws CommandFailure, IOException {
        try (CheckSide now = sides.openNew(request.now(), request.old());
                CheckSide old = sides.openOld(request.old(), request.now())) {
            console.err().println("baseline: " + Printable.of(old.description()));
            Verdict verdict = verdict(request, old, now, console);
            for (Notice notice : verdict.notices()) {
                console.err().println(notice);
            }
            console.err().flush();
            new Reports(NAME, request.reports(), request.verbose(), old, now, stepSummary).write(verdict, console);
            boolean fails = request.failOn().isPresent()
                    && verdict.reaches(request.failOn().get());
            return fails ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
        }
    }

    private static Verdict verdict(CheckRequest request, CheckSide old, CheckSide now, Console console)
            throws CommandFailure {
        try {
            Optional<Configuration> ofNew = request.config().isPresent()
                    ? Optional.of(CheckConfiguration.read(NAME, request.config().get(), Concern.CHANGES))
                    : CheckConfiguration.find(NAME, now, Concern.CHANGES);
            CheckPlan plan = plan(ofNew.orElse(Configuration.DEFAULT), request);
            SourceCheck.Outcome outcome = new SideCheck(request.imports(), plan, request.skip())
                    .run(old, CheckConfiguration.findOld(old, console), now);
            if (outcome instanceof SourceCheck.Compared compared) {
                return compared.verdict();
            }
            SourceCheck.Unreadable unreadable = (SourceCheck.Unreadable) outcome;
            throw CommandFailure.unreadable(NAME, unreadable.source(), unreadable.problems());
        } catch (UnknownRuleException e) {
            throw CommandFailure.usage(NAME, e.getMessage() + Nearest.hint(e.word(), CompatibilityCheck.words()));
        } catch (SourceUnavailableException e) {
            throw CommandFailure.baseline(
                    ("sluice " + NAME + ": " + Reason.of(e)).lines().toList());
        } catch (IOException e) {
            throw CommandFailure.input(List.of("sluice " + NAME + ": cannot read the schemas: " + Reason.of(e)));
        }
    }

    private static CheckPlan plan(Configuration configuration, CheckRequest request) {
        boolean dated = !configuration.waivers().isEmpty();
        return new CheckPlan(configuration, request.options(), dated ? LocalDate.now(ZoneOffset.UTC) : LocalDate.EPOCH);
    }
}
