package dev.sluice.compat;

import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.rule.NewSchemas;
import dev.sluice.compat.rule.PackageContents;
import dev.sluice.compat.skip.Affected;
import dev.sluice.compat.skip.Unread;
import dev.sluice.compat.workspace.ModuleFiles;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.SharedFiles;
import dev.sluice.schema.concurrent.Ahead;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Compares two sources of schemas, reading no more of them than can have changed. */
public final class SourceCheck {
    private final SchemaReader reader;
    private final CheckPlan plan;
    private final boolean skip;

    /**
     * A check.
     *
     * @param reader reads both sides
     * @param skip whether to leave out files that cannot have a finding; the findings are the same either way
     */
    public SourceCheck(SchemaReader reader, CheckPlan plan, boolean skip) {
        this.reader = reader;
        this.plan = plan;
        this.skip = skip;
    }

    /** A check without a configuration. */
    public SourceCheck(SchemaReader reader, CheckOptions options, boolean skip) {
        this(reader, CheckPlan.of(options), skip);
    }

    /** What a check came to. */
    public sealed interface Outcome {}

    /**
     * Both sides could be read.
     *
     * @param files number of old files that were compared
     */
    public record Compared(Verdict verdict, int files) implements Outcome {}

    /**
     * A side could not be read.
     *
     * @param source what the side is called
     * @param problems what is wrong with it
     */
    public record Unreadable(String source, List<Problem> problems) implements Outcome {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Finds the changes from {@code olds} to {@code news} that break a peer. The sources are compared as a whole, by the
     * settings of the first module of the configuration.
     *
     * @throws IOException if a source cannot be listed or read
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public Outcome run(SchemaSource olds, SchemaSource news) throws IOException, UnknownRuleException {
        SchemaModule module = plan.configuration().modules().get(0);
        return run(new ModuleFiles(module, olds, Map.of()), new ModuleFiles(module, news, Map.of()));
    }

    /**
     * Finds the changes from an old module to the new one it became that break a peer, by the settings of the new one.
     *
     * @throws IOException if a source cannot be listed or read
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public Outcome run(ModuleFiles olds, ModuleFiles news) throws IOException, UnknownRuleException {
        ModuleCheck check = new ModuleCheck(plan);
        Affected affected = skip
                ? Affected.of(
                        olds.source(), news.source(), reader, RuleSelection.looksAtOptions(plan.rules(news.module())))
                : Affected.everything(olds.source(), news.source());
        if (affected.olds().isEmpty() && olds.source().list().isEmpty()) {
            String source = olds.source().describe();
            return new Unreadable(source, List.of(new Problem(source, 0, 0, "there is no .proto file in it")));
        }
        if (affected.isEmpty()) {
            return new Compared(WaiverCheck.apply(check.findings(), plan), 0);
        }
        Ahead.Reading<ReadResult> readOld = () -> read(olds.source(), affected.olds(), affected, affected.ofOld());
        // All of both at once would take more memory than the time is worth.
        Ahead<ReadResult> ahead = affected.whole() ? Ahead.later(readOld) : Ahead.start(readOld);
        ReadResult now = read(news.source(), affected.news(), affected, affected.ofNew());
        if (now instanceof ReadResult.Failed failed) {
            return new Unreadable(news.source().describe(), news.inTree(failed.problems()));
        }
        ReadResult old = ahead.get();
        if (old instanceof ReadResult.Failed failed) {
            return new Unreadable(olds.source().describe(), olds.inTree(failed.problems()));
        }
        Supplier<PackageContents> rest =
                affected.whole() ? PackageContents::none : new Unread(news.source(), affected.news());
        ModuleSchemas read = news.with(((ReadResult.Read) now).set());
        Set<String> compared = new HashSet<>(affected.olds());
        check.compare(
                olds.with(((ReadResult.Read) old).set()),
                file -> affected.whole() || compared.contains(file.filePath()),
                read,
                new NewSchemas(read.set(), rest));
        return new Compared(
                WaiverCheck.apply(check.findings(), plan), affected.olds().size());
    }

    private ReadResult read(SchemaSource source, List<String> paths, Affected affected, SharedFiles shared)
            throws IOException {
        source.prefetch(paths);
        if (affected.whole()) {
            return reader.read(source, shared);
        }
        return affected.outlines() && !plan.configuration().acceptsSameShape()
                ? reader.readWithOutlines(source, paths, shared)
                : reader.read(source, paths, shared);
    }
}
