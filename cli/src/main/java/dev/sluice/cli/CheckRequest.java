package dev.sluice.cli;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.finding.Severity;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code sluice check} is asked for.
 *
 * @param now what names the new side
 * @param old what names the old side
 * @param config the configuration file, where one is named
 * @param failOn the least severity that fails the check; empty for none
 */
record CheckRequest(
        String now,
        String old,
        CheckOptions options,
        List<SchemaSource> imports,
        Optional<String> config,
        boolean skip,
        Optional<Severity> failOn,
        List<ReportRequest> reports,
        boolean verbose) {
    private static final String NAME = "check";
    private static final List<String> FAIL_ON = List.of("error", "warn", "info", "never");

    static CheckRequest of(List<String> arguments) throws CommandFailure {
        Arguments parsed = new Arguments(NAME, arguments);
        List<ReportRequest> reports = ReportRequest.of(NAME, parsed);
        CheckOptions options = new CheckOptions(words(parsed.values("--use")), words(parsed.values("--except")));
        Optional<String> old = parsed.value("--against");
        Optional<String> config = parsed.value("--config");
        Optional<Severity> failOn = failOn(parsed.value("--fail-on").orElse("error"));
        boolean skip = !parsed.flag("--no-skip");
        boolean verbose = parsed.flag("--verbose");
        List<SchemaSource> imports = imports(parsed.values("--import"));
        String now = parsed.words(1, 1, "the schemas to check").get(0);
        if (old.isEmpty()) {
            throw CommandFailure.usage(NAME, "--against is missing");
        }
        return new CheckRequest(now, old.get(), options, imports, config, skip, failOn, reports, verbose);
    }

    private static Optional<Severity> failOn(String word) throws CommandFailure {
        return switch (word) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warn" -> Optional.of(Severity.WARNING);
            case "info" -> Optional.of(Severity.INFO);
            case "never" -> Optional.empty();
            default ->
                throw CommandFailure.usage(
                        NAME,
                        "--fail-on is error, warn, info or never, not \"" + word + "\"" + Nearest.hint(word, FAIL_ON));
        };
    }

    private static List<SchemaSource> imports(List<String> folders) throws CommandFailure {
        List<SchemaSource> sources = new ArrayList<>();
        for (String folder : folders) {
            Path path = PathArgument.of(NAME, folder);
            if (!Files.isDirectory(path)) {
                throw CommandFailure.usage(NAME, "--import " + folder + " is not a folder");
            }
            sources.add(new FolderSource(path));
        }
        return sources;
    }

    private static List<String> words(List<String> lists) {
        List<String> words = new ArrayList<>();
        for (String list : lists) {
            for (String word : list.split(",")) {
                if (!word.isBlank()) {
                    words.add(word.trim());
                }
            }
        }
        return words;
    }
}
