package dev.sluice.cli;

import dev.sluice.compat.report.Excerpts;
import dev.sluice.compat.report.GitHubReporter;
import dev.sluice.compat.report.GitLabReporter;
import dev.sluice.compat.report.JUnitReporter;
import dev.sluice.compat.report.JsonReporter;
import dev.sluice.compat.report.MarkdownReporter;
import dev.sluice.compat.report.PathNames;
import dev.sluice.compat.report.Reporter;
import dev.sluice.compat.report.SarifReporter;
import dev.sluice.compat.report.TextReporter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a report is written. */
enum ReportFormat {
    TEXT,
    JSON,
    GITHUB,
    SARIF,
    JUNIT,
    MARKDOWN,
    GITLAB;

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReportFormat of(String command, String word) throws CommandFailure {
        for (ReportFormat format : values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        List<String> words = Arrays.stream(values()).map(ReportFormat::word).toList();
        throw CommandFailure.usage(
                command,
                "unknown format \"" + word + "\"" + Nearest.hint(word, words) + "; there are "
                        + String.join(", ", words));
    }

    Reporter reporter(PathNames paths, Excerpts excerpts, boolean colour, boolean verbose) {
        return switch (this) {
            case TEXT -> new TextReporter(paths, colour, verbose);
            case JSON -> new JsonReporter(paths);
            case GITHUB -> new GitHubReporter(paths);
            case SARIF -> new SarifReporter(paths);
            case JUNIT -> new JUnitReporter(paths);
            case MARKDOWN -> new MarkdownReporter(paths, excerpts);
            case GITLAB -> new GitLabReporter(paths);
        };
    }
}
