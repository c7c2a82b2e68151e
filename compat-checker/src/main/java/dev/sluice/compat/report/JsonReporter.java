package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
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
            out.append('{');
            if (finding.newPath().isPresent()) {
                string("path", paths.display(finding.newPath().get()), out);
                out.append(',');
            }
            number("start_line", finding.position().startLine(), out);
            number("start_column", finding.position().startColumn(), out);
            number("end_line", finding.position().endLine(), out);
            number("end_column", finding.position().endColumn(), out);
            string("type", finding.rule(), out);
            out.append(',');
            string("message", finding.message(), out);
            out.append(',');
            string("severity", finding.severity().word(), out);
            out.append(',');
            string("old_path", finding.oldPath(), out);
            out.append(',');
            string("fingerprint", finding.fingerprint(), out);
            out.append("}\n");
        }
    }

    private static void number(String key, int value, Appendable out) throws IOException {
        out.append('"').append(key).append("\":").append(String.valueOf(value)).append(',');
    }

    private static void string(String key, String value, Appendable out) throws IOException {
        out.append('"').append(key).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029) {
                        out.append("\\u")
                                .append(hex(c >> 12))
                                .append(hex(c >> 8))
                                .append(hex(c >> 4))
                                .append(hex(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static char hex(int digit) {
        return "0123456789abcdef".charAt(digit & 0xf);
    }
}
