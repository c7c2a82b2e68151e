package dev.sluice.cli;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.finding.Severity;
import dev.sluice.schema.source.SchemaSource;
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

    static CheckRequest of(List<String> arguments) throws CommandFailure {
        Arguments parsed = new Arguments(NAME, arguments);
        List<ReportRequest> reports = ReportRequest.of(NAME, parsed);
        CheckOptions options = new CheckOptions(WordList.of(parsed, "--use"), WordList.of(parsed, "--except"));
        Optional<String> old = parsed.value("--against");
        Optional<String> config = parsed.value("--config");
        Optional<Severity> failOn = FailOn.of(NAME, parsed);
        boolean skip = !parsed.flag("--no-skip");
        boolean verbose = parsed.flag("--verbose");
        List<SchemaSource> imports = ImportFolders.of(NAME, parsed);
        String now = parsed.words(1, 1, "the schemas to check").get(0);
        if (old.isEmpty()) {
            throw CommandFailure.usage(NAME, "--against is missing");
        }
        return new CheckRequest(now, old.get(), options, imports, config, skip, failOn, reports, verbose);
    }
}
