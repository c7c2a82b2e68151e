package dev.sluice.cli;

import dev.sluice.compat.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report that is asked for.
 *
 * @param file the file to write, empty for standard output
 */
record ReportRequest(ReportFormat format, Optional<Path> file) {

    /** Takes {@code --format} and {@code --report}: one report to standard output, and any number of files. */
    static List<ReportRequest> of(String command, Arguments arguments) throws CommandFailure {
        List<ReportRequest> requests = new ArrayList<>();
        String word = arguments.value("--format").orElse(ReportFormat.TEXT.word());
        requests.add(new ReportRequest(format(command, word), Optional.empty()));
        Set<Path> files = new HashSet<>();
        for (String report : arguments.values("--report")) {
            int equals = report.indexOf('=');
            if (equals < 1 || equals == report.length() - 1) {
                throw CommandFailure.usage(command, "--report is FORMAT=FILE, not \"" + report + "\"");
            }
            ReportFormat format = format(command, report.substring(0, equals));
            if (report.endsWith("=-")) {
                throw CommandFailure.usage(command, "--report writes files; --format says what standard output gets");
            }
            Path file = PathArgument.of(command, report.substring(equals + 1));
            if (!files.add(file.toAbsolutePath().normalize())) {
                throw CommandFailure.usage(command, "two reports go to " + file);
            }
            requests.add(new ReportRequest(format, Optional.of(file)));
        }
        return requests;
    }

    private static ReportFormat format(String command, String word) throws CommandFailure {
        List<String> words = ReportFormat.words();
        Optional<ReportFormat> format = ReportFormat.of(word);
        if (format.isEmpty()) {
            throw CommandFailure.usage(
                    command,
                    "unknown format \"" + word + "\"" + Nearest.hint(word, words) + "; there are "
                            + String.join(", ", words));
        }
        return format.get();
    }
}
