package dev.sluice.cli;

import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.WaiverEditor;
import dev.sluice.compat.config.WaiverText;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.io.WholeFile;
import dev.sluice.schema.problem.Printable;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code sluice waive FINGERPRINT --reason TEXT --owner NAME --expires DATE}. */
final class WaiveCommand implements Command {
    private static final String NAME = "waive";
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Clock clock;

    /** @param clock tells whether a day is over, in its zone */
    WaiveCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        Arguments parsed = new Arguments(NAME, arguments);
        String config = parsed.value("--config").orElse(ConfigurationReader.SLUICE_YAML);
        Optional<String> rule = parsed.value("--rule");
        String reason = text(parsed, "--reason");
        String owner = text(parsed, "--owner");
        Optional<String> day = parsed.value("--expires");
        String fingerprint =
                parsed.words(1, 1, "the fingerprint of the finding to waive").get(0);
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw CommandFailure.usage(
                    NAME,
                    "\"" + fingerprint + "\" is no fingerprint; one has sixteen digits from 0 to 9 and a to f, and"
                            + " sluice check --verbose shows those of all findings");
        }
        if (rule.isPresent()) {
            checkRule(rule.get());
        }
        if (reason.isEmpty() || owner.isEmpty() || day.isEmpty()) {
            String missing = reason.isEmpty() ? "--reason" : owner.isEmpty() ? "--owner" : "--expires";
            throw CommandFailure.usage(NAME, missing + " is missing");
        }
        WaiverText waiver = new WaiverText(fingerprint, rule, reason, owner, day(day.get()));
        boolean isNew = add(waiver, config);
        console.out()
                .println(Printable.of(config + ": " + owner + " waives " + fingerprint + " until " + waiver.expires()));
        if (isNew) {
            console.err()
                    .println("The file is new; sluice check reads it at the root of the schemas, or with --config "
                            + Printable.of(config));
        }
        return ExitStatus.CLEAN;
    }

    private static String text(Arguments parsed, String option) throws CommandFailure {
        String text = parsed.value(option).orElse("").strip();
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            throw CommandFailure.usage(NAME, option + " is one line without control characters");
        }
        return text;
    }

    private static void checkRule(String word) throws CommandFailure {
        List<String> rules = Catalogue.rules().stream().map(Rule::id).toList();
        if (!rules.contains(word)) {
            throw CommandFailure.usage(NAME, "\"" + word + "\" is no rule" + Nearest.hint(word, rules));
        }
    }

    private LocalDate day(String text) throws CommandFailure {
        try {
            LocalDate day = DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
            if (day != null && !day.isBefore(LocalDate.now(clock))) {
                return day;
            }
            String why = day == null ? " is no date; write it as in 2027-03-31" : " is over";
            throw CommandFailure.usage(NAME, "--expires: \"" + text + "\"" + why);
        } catch (DateTimeException e) {
            throw CommandFailure.usage(NAME, "--expires: \"" + text + "\" is no day of the calendar");
        }
    }

    /** Adds a waiver to a file, and tells whether the file is new. */
    private static boolean add(WaiverText waiver, String config) throws CommandFailure {
        Path file = PathArgument.of(NAME, config);
        String name = String.valueOf(file.getFileName());
        if (name.endsWith("buf.yaml") || name.endsWith("buf.yml")) {
            throw CommandFailure.usage(NAME, config + " has no waivers; a " + ConfigurationReader.SLUICE_YAML + " has");
        }
        WaiverEditor editor = new WaiverEditor(config, waiver);
        try {
            boolean exists = Files.exists(file);
            if (!exists && Files.exists(file.resolveSibling(ConfigurationReader.BUF_YAML))) {
                throw CommandFailure.input(List.of("sluice waive: a new " + config + " would count instead of the "
                        + "buf.yaml beside it; make one first that has the settings of buf.yaml, in the same words"));
            }
            WaiverEditor.Result result = exists ? editor.addTo(Files.readAllBytes(file)) : editor.addToNewFile();
            if (result instanceof WaiverEditor.Refused refused) {
                throw refused(refused.problems());
            }
            byte[] text = ((WaiverEditor.Edited) result).text();
            WholeFile.replace(exists ? file.toRealPath() : file, out -> out.write(text));
            return !exists;
        } catch (IOException e) {
            throw CommandFailure.unwritten("sluice waive: cannot change " + config + ": " + Reason.of(e));
        }
    }

    private static CommandFailure refused(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> lines.add(problem.toString()));
        lines.add("sluice waive: nothing was changed");
        return CommandFailure.input(lines);
    }
}
