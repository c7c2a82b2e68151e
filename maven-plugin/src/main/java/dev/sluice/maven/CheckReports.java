package dev.sluice.maven;

import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.report.Excerpts;
import dev.sluice.compat.report.ReportFormat;
import dev.sluice.schema.io.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    void write(Verdict verdict, SchemaFolders schemas, Excerpts excerpts) throws IOException {
        for (Map.Entry<ReportFormat, File> report : files.entrySet()) {
            WholeFile.writeTo(report.getValue().toPath(), out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                report.getKey().reporter(schemas.names(), excerpts, false, true).write(verdict, writer);
                writer.flush();
            });
        }
    }
}
