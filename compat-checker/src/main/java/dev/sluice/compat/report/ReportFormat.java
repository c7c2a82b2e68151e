package dev.sluice.compat.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a report is written. */
public enum ReportFormat {
    TEXT,
    JSON,
    GITHUB,
    SARIF,
    JUNIT,
    MARKDOWN,
    GITLAB;

    /** The word that users name it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of all formats. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (ReportFormat format : values()) {
            words.add(format.word());
        }
        return words;
    }

    /** The format that users name by a word. */
    public static Optional<ReportFormat> of(String word) {
        for (ReportFormat format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes reports in this format.
     *
     * @param colour whether text may carry colours
     * @param verbose whether text shows fingerprints and what is waived
     */
    public Reporter reporter(PathNames paths, Excerpts excerpts, boolean colour, boolean verbose) {
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
