package dev.sluice.cli;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.provider.ProviderStartException;
import dev.sluice.contract.tck.ClientTck;
import dev.sluice.contract.tck.HtmlReport;
import dev.sluice.contract.tck.JsonReport;
import dev.sluice.contract.tck.JunitReport;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RuleResult;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.TextReport;
import dev.sluice.contract.tck.stage.Profile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code sluice verify}: the test kit against a provider, a client, or both. */
final class VerifyCommand implements Command {
    private static final String NAME = "verify";
    private static final List<String> FORMATS = List.of("text", "json", "junit", "html");

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        Arguments parsed = new Arguments(NAME, arguments);
        String format = oneOf("--format", parsed.value("--format").orElse("text"), FORMATS);
        String profileName = oneOf("--profile", parsed.value("--profile").orElse("quick"), List.of("quick", "full"));
        RuleFilter filter = filter(parsed.value("--rules").orElse(""));
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
        Profile profile = (profileName.equals("full") ? Profile.standard() : Profile.quick()).withSinkPort(sinkPort);
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
        console.out().print(written(format, reports));
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

    private static String written(String format, List<Report> reports) {
        return switch (format) {
            case "json" ->
                reports.stream().map(report -> JsonReport.write(report) + "\n").collect(Collectors.joining());
            case "junit" -> JunitReport.write(reports);
            case "html" -> HtmlReport.write(reports);
            default -> reports.stream().map(TextReport::write).collect(Collectors.joining("\n"));
        };
    }

    private static Optional<List<String>> words(Arguments parsed, String option) throws CommandFailure {
        Optional<String> text = parsed.value(option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = Words.of(text.get())
                .orElseThrow(() -> CommandFailure.usage(NAME, option + " has a quote that does not end"));
        if (words.isEmpty()) {
            throw CommandFailure.usage(NAME, option + " names no program");
        }
        return Optional.of(words);
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

    private static String oneOf(String option, String value, List<String> values) throws CommandFailure {
        if (!values.contains(value)) {
            String all =
                    String.join(", ", values.subList(0, values.size() - 1)) + " or " + values.get(values.size() - 1);
            throw CommandFailure.usage(NAME, option + " is " + all + ", not \"" + value + "\"");
        }
        return value;
    }

    private static RuleFilter filter(String list) throws CommandFailure {
        if (list.isEmpty()) {
            return RuleFilter.all();
        }
        List<String> numbers = new ArrayList<>();
        for (String word : list.split(",")) {
            String number = word.trim();
            String chapterOrRule = number.endsWith(".*") ? number.substring(0, number.length() - 2) : number;
            RuleFilter one = RuleFilter.only(chapterOrRule);
            if (Tck.rules(one).isEmpty() && ClientTck.rules(one).isEmpty()) {
                Set<String> known = new LinkedHashSet<>();
                Tck.rules(RuleFilter.all()).forEach(rule -> known.add(rule.id()));
                ClientTck.rules(RuleFilter.all()).forEach(rule -> known.add(rule.id()));
                throw CommandFailure.usage(NAME, "--rules: \"" + number + "\" names no rule; there are " + known);
            }
            numbers.add(chapterOrRule);
        }
        return RuleFilter.only(numbers.toArray(new String[0]));
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
        URI base;
        try {
            base = new URI(url);
        } catch (URISyntaxException e) {
            throw CommandFailure.usage(NAME, "\"" + url + "\" is no URL: " + e.getReason());
        }
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw CommandFailure.usage(NAME, "\"" + url + "\" is no http URL; write http://HOST:PORT");
        }
        boolean more = base.getRawQuery() != null || base.getRawFragment() != null || base.getRawUserInfo() != null;
        if (more || !List.of("", "/").contains(base.getRawPath())) {
            throw CommandFailure.usage(
                    NAME,
                    "\"" + url
                            + "\" has more than a host and a port; the kit calls /v1/... at the root of the provider");
        }
        return new Provider(base);
    }
}
