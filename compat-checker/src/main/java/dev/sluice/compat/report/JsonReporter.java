package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;

/**
 * Writes one JSON object a line: first the keys that {@code buf breaking --error-format json} has (path, start_line,
 * start_column, end_line, end_column, type, message; no path where the file is gone), then severity, old_path and
 * fingerprint.
 */
public final class JsonReporter implements Reporter {
    private final PathNames paths;

    public JsonReporter(PathNames paths) {
        this.paths = paths;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        for (Finding finding : verdict.findings()) {
            JsonWriter json = new JsonWriter(out).object();
            if (finding.newPath().isPresent()) {
                json.member("path", paths.display(finding.newPath().get()));
            }
            Position position = finding.position();
            json.member("start_line", position.startLine())
                    .member("start_column", position.startColumn())
                    .member("end_line", position.endLine())
                    .member("end_column", position.endColumn())
                    .member("type", finding.rule())
                    .member("message", finding.message())
                    .member("severity", finding.severity().word())
                    .member("old_path", finding.oldPath())
                    .member("fingerprint", finding.fingerprint())
                    .endObject();
            out.append('\n');
        }
    }
}
