package dev.sluice.cli;

import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SourceExcerpts;
import dev.sluice.compat.report.PathNames;
import dev.sluice.compat.report.ReportFormat;
import dev.sluice.compat.report.Reporter;
import dev.sluice.schema.io.Reason;
import dev.sluice.schema.io.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the reports of a check. */
final class Reports {
    private final String command;
    private final List<ReportRequest> requests;
    private final boolean verbose;
    private final CheckSide old;
    private final CheckSide now;
    private final Supplier<Optional<String>> stepSummary;

    /** @param stepSummary the file whose Markdown GitHub shows beside a step; empty elsewhere */
    Reports(
            String command,
            List<ReportRequest> requests,
            boolean verbose,
            CheckSide old,
            CheckSide now,
            Supplier<Optional<String>> stepSummary) {
        this.command = command;
        this.requests = List.copyOf(requests);
        this.verbose = verbose;
        this.old = old;
        this.now = now;
        this.stepSummary = stepSummary;
    }

    /** @throws IOException if a report cannot be written to standard output */
    void write(Verdict verdict, Console console) throws CommandFailure, IOException {
        for (ReportRequest report : requests) {
            if (report.file().isPresent()) {
                writeFile(
                        reporter(report.format(), false), verdict, report.file().get());
                continue;
            }
            write(reporter(report.format(), console.colour()), verdict, console.out());
            Optional<String> summary = report.format() == ReportFormat.GITHUB ? stepSummary.get() : Optional.empty();
            if (summary.isPresent()) {
                appendTo(PathArgument.of(command, summary.get()), verdict);
            }
        }
    }

    private Reporter reporter(ReportFormat format, boolean colour) {
        PathNames paths = now instanceof CheckSide.Tree tree ? PathNames.below(folder(tree, format)) : PathNames.PLAIN;
        return format.reporter(paths, new SourceExcerpts(old, now), colour, verbose);
    }

    /** The folder that files are named from: relative ones where a program may not know where this ran. */
    private static String folder(CheckSide.Tree tree, ReportFormat format) {
        Path folder = Path.of(tree.folder());
        Path here = Path.of("").toAbsolutePath();
        boolean relative = folder.isAbsolute() && folder.startsWith(here) && format != ReportFormat.TEXT;
        return relative ? here.relativize(folder).toString() : tree.folder();
    }

    private void writeFile(Reporter reporter, Verdict verdict, Path file) throws CommandFailure {
        try {
            WholeFile.writeTo(file, out -> write(reporter, verdict, out));
        } catch (IOException e) {
            throw CommandFailure.unwritten(
                    "sluice " + command + ": cannot write the report " + file + ": " + Reason.of(e));
        }
    }

    /** Reporters append a little at a time, which streams are slow at. */
    private static void write(Reporter reporter, Verdict verdict, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        reporter.write(verdict, writer);
        writer.flush();
    }

    private void appendTo(Path file, Verdict verdict) throws CommandFailure {
        StringBuilder markdown = new StringBuilder();
        try {
            reporter(ReportFormat.MARKDOWN, false).write(verdict, markdown);
            Files.writeString(file, markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw CommandFailure.unwritten(
                    "sluice " + command + ": cannot write the step summary " + file + ": " + Reason.of(e));
        }
    }
}
