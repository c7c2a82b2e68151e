package dev.sluice.maven;

import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.report.Excerpts;
import dev.sluice.compat.report.PathNames;
import dev.sluice.compat.report.ReportFormat;
import dev.sluice.schema.io.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes the reports that a check is to leave behind. */
final class CheckReports {
    private final Map<ReportFormat, File> files;

    private CheckReports(Map<ReportFormat, File> files) {
        this.files = files;
    }

    /** @param reports files by the word of a format */
    static CheckReports of(Map<String, File> reports) throws MojoExecutionException {
        Map<ReportFormat, File> files = new EnumMap<>(ReportFormat.class);
        for (Map.Entry<String, File> report : reports.entrySet()) {
            files.put(
                    ReportFormat.of(report.getKey())
                            .orElseThrow(() -> new MojoExecutionException("<reports> has a <" + report.getKey()
                                    + ">; there are " + String.join(", ", ReportFormat.words()))),
                    report.getValue());
        }
        return new CheckReports(files);
    }

    /** @param number which of the baselines it is about, from 1: what is said of the second goes to {@code name-2.ext} */
    void write(Verdict verdict, PathNames names, Excerpts excerpts, int number) throws IOException {
        for (Map.Entry<ReportFormat, File> report : files.entrySet()) {
            WholeFile.writeTo(numbered(report.getValue().toPath(), number), out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                report.getKey().reporter(names, excerpts, false, true).write(verdict, writer);
                writer.flush();
            });
        }
    }

    private static Path numbered(Path file, int number) {
        if (number == 1) {
            return file;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot < 1 ? name.length() : dot;
        return file.resolveSibling(name.substring(0, end) + "-" + number + name.substring(end));
    }
}
