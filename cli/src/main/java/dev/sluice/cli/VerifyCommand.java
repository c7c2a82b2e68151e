package dev.sluice.cli;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.provider.CommandWords;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.provider.ProviderStartException;
import dev.sluice.contract.tck.ClientTck;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.ReportForm;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RuleResult;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.stage.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code sluice verify}: the test kit against a provider, a client, or both. */
final class VerifyCommand implements Command {
    private static final String NAME = "verify";

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        Arguments parsed = new Arguments(NAME, arguments);
        ReportForm format = form(parsed.value("--format").orElse("text"));
        String profileName = parsed.value("--profile").orElse("quick");
        Profile chosen = said("--profile ", () -> Profile.named(profileName));
        List<String> ruleWords = WordList.of(parsed, "--rules");
        RuleFilter filter = said("--rules: ", () -> RuleFilter.named(ruleWords));
        long seed = seed(parsed.value("--seed").orElse(""));
        int sinkPort = sinkPort(parsed.value("--sink-port").orElse("0"));
        Optional<List<String>> command = words(parsed, "--command");
        Optional<List<String>> client = words(parsed, "--client");
        Optional<WorkloadTrial> trial = WorkloadTrial.of(parsed);
        List<String> urls = parsed.words(0, 1, "the provider's URL");
        if (urls.isEmpty() && command.isEmpty() && client.isEmpty()) {
            throw CommandFailure.usage(NAME, "a provider's URL, --command or --client is missing");
        }
        if (!urls.isEmpty() && command.isPresent()) {
            throw CommandFailure.usage(NAME, "a URL and --command name two providers; give one");
        }
        Profile profile = chosen.withSinkPort(sinkPort);
        if (trial.isPresent()) {
            return tried(trial.get(), urls, command, profile, seed, console);
        }
        List<Report> reports = new ArrayList<>();
        if (!urls.isEmpty() && !Tck.rules(filter).isEmpty()) {
            reports.add(Tck.run(provider(urls.get(0)), filter, profile, seed, progress(console)));
        }
        if (command.isPresent() && !Tck.rules(filter).isEmpty()) {
            reports.add(started(command.get(), filter, profile, seed, console));
        }
        if (client.isPresent() && !ClientTck.rules(filter).isEmpty()) {
            ClientCommand started = new ClientCommand(client.get(), Optional.empty());
            reports.add(ClientTck.run(started, filter, profile, seed, progress(console)));
        }
        if (reports.isEmpty()) {
            throw CommandFailure.usage(
                    NAME, "--rules leaves no rule for what is to be verified; chapter 11 is about clients");
        }
        console.out().print(format.write(reports));
        return reports.stream().allMatch(Report::conforms) ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private static int tried(
            WorkloadTrial trial,
            List<String> urls,
            Optional<List<String>> command,
            Profile profile,
            long seed,
            Console console)
            throws CommandFailure {
        if (command.isEmpty()) {
            if (urls.isEmpty()) {
                throw CommandFailure.usage(NAME, "--workload wants a provider: a URL or --command");
            }
            if (trial.restarts()) {
                throw CommandFailure.usage(NAME, "--restart wants --command, to start the provider again");
            }
            return trial.run(provider(urls.get(0)), profile, seed, console);
        }
        ProviderCommand start = ProviderCommand.of(command.get().toArray(String[]::new));
        try {
            return trial.restarts()
                    ? trial.runWithRestart(start, profile, seed, console)
                    : started(trial, start, profile, seed, console);
        } catch (ProviderStartException failed) {
            throw CommandFailure.input(List.of("sluice verify: " + failed.getMessage()));
        }
    }

    private static int started(
            WorkloadTrial trial, ProviderCommand start, Profile profile, long seed, Console console) {
        try (ProviderProcess process = ProviderProcess.start(start)) {
            return trial.run(process.provider(), profile, seed, console);
        }
    }

    private static Report started(List<String> command, RuleFilter filter, Profile profile, long seed, Console console)
            throws CommandFailure {
        ProviderCommand start = ProviderCommand.of(command.toArray(String[]::new));
        try {
            return Tck.run(start, filter, profile, seed, progress(console));
        } catch (ProviderStartException failed) {
            throw CommandFailure.input(List.of("sluice verify: " + failed.getMessage()));
        }
    }

    private static Optional<List<String>> words(Arguments parsed, String option) throws CommandFailure {
        Optional<String> text = parsed.value(option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(said(option + " ", () -> CommandWords.of(text.get())));
    }

    /** What a text says; where the kit finds fault with it, that is wrong usage. */
    private static <T> T said(String before, Supplier<T> read) throws CommandFailure {
        try {
            return read.get();
        } catch (IllegalArgumentException wrong) {
            throw CommandFailure.usage(NAME, before + wrong.getMessage());
        }
    }

    private static RunListener progress(Console console) {
        return new RunListener() {
            @Override
            public void finished(RuleResult result) {
                console.err()
                        .println(
                                result.verdict().outcome() + " " + result.rule().testName());
                console.err().flush();
            }
        };
    }

    private static ReportForm form(String word) throws CommandFailure {
        return ReportForm.of(word)
                .orElseThrow(() ->
                        CommandFailure.usage(NAME, "--format is text, json, junit or html, not \"" + word + "\""));
    }

    private static long seed(String text) throws CommandFailure {
        if (text.isEmpty()) {
            return System.nanoTime();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw CommandFailure.usage(NAME, "--seed wants a whole number, not \"" + text + "\"");
        }
    }

    private static int sinkPort(String text) throws CommandFailure {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw CommandFailure.usage(NAME, "--sink-port wants a port, not \"" + text + "\"");
        }
        throw CommandFailure.usage(NAME, "--sink-port wants a port from 0 to 65535, not " + text);
    }

    private static Provider provider(String url) throws CommandFailure {
        return said("", () -> Provider.at(url));
    }
}
