package dev.sluice.cli;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.report.JsonReporter;
import dev.sluice.compat.report.PathNames;
import dev.sluice.compat.report.Reporter;
import dev.sluice.compat.report.TextReporter;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** {@code sluice check NEW --against OLD}. */
final class CheckCommand implements Command {
    private static final String NAME = "check";
    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        Arguments parsed = new Arguments(NAME, arguments);
        String format = parsed.value("--format").orElse("text");
        CheckOptions options = new CheckOptions(words(parsed.values("--use")), words(parsed.values("--except")));
        List<String> against = parsed.values("--against");
        SchemaInput input = SchemaInput.of(NAME, parsed);
        String newArgument =
                parsed.words(1, 1, "the folder or descriptor set to check").get(0);
        if (against.size() != 1) {
            throw CommandFailure.usage(
                    NAME,
                    against.isEmpty() ? "--against is missing" : "--against is given " + against.size() + " times");
        }
        if (!FORMATS.contains(format)) {
            throw CommandFailure.usage(NAME, "unknown format \"" + format + "\"" + nearest(format, FORMATS));
        }
        Reporter reporter = reporter(format, newArgument, console);
        SchemaSet news = input.read(newArgument);
        SchemaSet olds = input.readBaseline(against.get(0));
        Verdict verdict = check(olds, news, options);
        reporter.write(verdict, console.out());
        return verdict.isBreaking() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private static Verdict check(SchemaSet olds, SchemaSet news, CheckOptions options) throws CommandFailure {
        try {
            return CompatibilityCheck.run(olds, news, options);
        } catch (UnknownRuleException e) {
            throw CommandFailure.usage(NAME, e.getMessage() + nearest(e.word(), CompatibilityCheck.words()));
        }
    }

    private static Reporter reporter(String format, String newArgument, Console console) throws CommandFailure {
        PathNames paths =
                Files.isDirectory(PathArgument.of(NAME, newArgument)) ? PathNames.below(newArgument) : PathNames.PLAIN;
        return format.equals("json") ? new JsonReporter(paths) : new TextReporter(paths, console.colour());
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

    private static String nearest(String word, List<String> known) {
        return Nearest.to(word, known)
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse("");
    }
}
