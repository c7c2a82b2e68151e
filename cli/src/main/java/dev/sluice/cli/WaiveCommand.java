package dev.sluice.cli;

import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.WaiverFile;
import dev.sluice.compat.config.WaiverRefusedException;
import dev.sluice.compat.config.WaiverRequest;
import dev.sluice.compat.config.WaiverText;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Rule;
import dev.sluice.schema.io.Reason;
import dev.sluice.schema.problem.Printable;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sluice waive FINGERPRINT --reason TEXT --owner NAME --expires DATE}. */
final class WaiveCommand implements Command {
    private static final String NAME = "waive";

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
        String reason = parsed.value("--reason").orElse("");
        String owner = parsed.value("--owner").orElse("");
        String expires = parsed.value("--expires").orElse("");
        String fingerprint =
                parsed.words(1, 1, "the fingerprint of the finding to waive").get(0);
        if (rule.isPresent()) {
            checkRule(rule.get());
        }
        try {
            WaiverText waiver = new WaiverRequest(fingerprint, rule, reason, owner, expires).text(LocalDate.now(clock));
            boolean isNew = new WaiverFile(PathArgument.of(NAME, config), config).add(waiver);
            console.out()
                    .println(Printable.of(
                            config + ": " + waiver.owner() + " waives " + fingerprint + " until " + waiver.expires()));
            if (isNew) {
                console.err()
                        .println("The file is new; sluice check reads it at the root of the schemas, or with --config "
                                + Printable.of(config));
            }
            return ExitStatus.CLEAN;
        } catch (WaiverRefusedException refused) {
            throw failure(refused);
        } catch (IOException e) {
            throw CommandFailure.unwritten("sluice waive: cannot change " + config + ": " + Reason.of(e));
        }
    }

    private static void checkRule(String word) throws CommandFailure {
        List<String> rules = Catalogue.rules().stream().map(Rule::id).toList();
        if (!rules.contains(word)) {
            throw CommandFailure.usage(NAME, "\"" + word + "\" is no rule" + Nearest.hint(word, rules));
        }
    }

    private static CommandFailure failure(WaiverRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        return switch (refused.part()) {
            case FINGERPRINT ->
                CommandFailure.usage(NAME, message + ", and sluice check --verbose shows those of all findings");
            case REASON -> CommandFailure.usage(NAME, "--reason " + message);
            case OWNER -> CommandFailure.usage(NAME, "--owner " + message);
            case EXPIRES -> CommandFailure.usage(NAME, "--expires " + message);
            case FILE -> CommandFailure.usage(NAME, message);
            case CONTENT -> {
                List<String> lines = new ArrayList<>();
                refused.problems().forEach(problem -> lines.add(problem.toString()));
                lines.add("sluice waive: " + message);
                yield CommandFailure.input(lines);
            }
        };
    }
}
