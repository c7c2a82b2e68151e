package dev.sluice.maven;

import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.report.Excerpts;
import dev.sluice.compat.report.PathNames;
import dev.sluice.compat.report.ReportFormat;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Writes verdicts to the log of a build. */
final class VerdictLog {
    private final Log log;

    VerdictLog(Log log) {
        this.log = log;
    }

    /** Warns of what is to be noticed, then logs the findings: as errors where one of them is an error, else as warnings. */
    void write(Verdict verdict, PathNames names, Excerpts excerpts) throws IOException {
        for (Notice notice : verdict.notices()) {
            log.warn(notice.toString());
        }
        if (verdict.findings().isEmpty()) {
            int waived = verdict.waived().size();
            String none = "no " + verdict.concern().noun() + "s";
            log.info(none + (waived == 0 ? "" : " but for " + waived + " waived"));
            return;
        }
        StringBuilder report = new StringBuilder();
        boolean verbose = verdict.concern() == Concern.CHANGES;
        ReportFormat.TEXT.reporter(names, excerpts, false, verbose).write(verdict, report);
        boolean errors = verdict.findings().stream().map(Finding::severity).anyMatch(Severity.ERROR::equals);
        Consumer<String> line = errors ? log::error : log::warn;
        report.toString().lines().forEach(line);
    }
}
