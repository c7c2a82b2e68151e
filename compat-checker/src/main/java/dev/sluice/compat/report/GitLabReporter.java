package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;

/** Writes what GitLab takes as an artifact of the kind {@code codequality}. */
public final class GitLabReporter implements Reporter {
    private final PathNames paths;

    public GitLabReporter(PathNames paths) {
        this.paths = paths;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out).array();
        for (Finding finding : verdict.findings()) {
            json.object()
                    .member("description", finding.rule() + ": " + finding.message())
                    .member("check_name", finding.rule())
                    .member("fingerprint", finding.fingerprint())
                    .member("severity", severity(finding.severity()))
                    .key("location")
                    .object()
                    .member("path", paths.shown(finding))
                    .key("lines")
                    .object()
                    .member("begin", finding.position().startLine())
                    .member("end", finding.position().endLine())
                    .endObject()
                    .endObject()
                    .endObject();
        }
        json.endArray();
        out.append('\n');
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case INFO -> "info";
        };
    }
}
