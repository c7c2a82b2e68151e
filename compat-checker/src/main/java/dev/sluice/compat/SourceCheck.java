package dev.sluice.compat;

import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.rule.NewSchemas;
import dev.sluice.compat.rule.PackageContents;
import dev.sluice.compat.skip.Affected;
import dev.sluice.compat.skip.Unread;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Compares two sources of schemas, reading no more of them than can have changed. */
public final class SourceCheck {
    private final SchemaReader reader;
    private final CheckOptions options;
    private final boolean skip;

    /**
     * A check.
     *
     * @param reader reads both sides
     * @param skip whether to leave out files that cannot have a finding; the findings are the same either way
     */
    public SourceCheck(SchemaReader reader, CheckOptions options, boolean skip) {
        this.reader = reader;
        this.options = options;
        this.skip = skip;
    }

    /** What a check came to. */
    public sealed interface Outcome {}

    /**
     * Both sides could be read.
     *
     * @param compared number of old files that were compared
     * @param files number of old files
     */
    public record Compared(Verdict verdict, int compared, int files) implements Outcome {}

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
     * Finds the changes from {@code olds} to {@code news} that break a peer.
     *
     * @throws IOException if a source cannot be listed or read
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public Outcome run(SchemaSource olds, SchemaSource news) throws IOException, UnknownRuleException {
        Affected affected = skip
                ? Affected.of(olds, news, reader, RuleSelection.looksAtOptions(options))
                : Affected.everything(olds, news);
        if (affected.isEmpty()) {
            return new Compared(new Verdict(List.of()), 0, olds.list().size());
        }
        ReadResult now = read(news, affected.news(), affected.whole());
        if (now instanceof ReadResult.Failed failed) {
            return new Unreadable(news.describe(), failed.problems());
        }
        ReadResult old = read(olds, affected.olds(), affected.whole());
        if (old instanceof ReadResult.Failed failed) {
            return new Unreadable(olds.describe(), failed.problems());
        }
        Supplier<PackageContents> rest = affected.whole() ? PackageContents::none : new Unread(news, affected.news());
        Verdict verdict = CompatibilityCheck.run(
                ((ReadResult.Read) old).set(), new NewSchemas(((ReadResult.Read) now).set(), rest), options);
        return new Compared(verdict, affected.olds().size(), olds.list().size());
    }

    private ReadResult read(SchemaSource source, List<String> paths, boolean whole) throws IOException {
        source.prefetch(paths);
        return whole ? reader.read(source) : reader.read(source, paths);
    }
}
