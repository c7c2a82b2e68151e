package dev.sluice.cli;

import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.tck.JsonReport;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code sluice verify URL}. */
final class VerifyCommand implements Command {
    private static final String NAME = "verify";
    private static final int QUICK_ROUNDS = 3;

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        Arguments parsed = new Arguments(NAME, arguments);
        String format = oneOf("--format", parsed.value("--format").orElse("text"), "text", "json");
        String profileName = oneOf("--profile", parsed.value("--profile").orElse("quick"), "quick", "full");
        RuleFilter filter = filter(parsed.value("--rules").orElse(""));
        long seed = seed(parsed.value("--seed").orElse(""));
        int sinkPort = sinkPort(parsed.value("--sink-port").orElse("0"));
        Provider provider = provider(parsed.words(1, 1, "the provider's URL").get(0));
        Profile full = Profile.standard().withSinkPort(sinkPort);
        Profile profile = profileName.equals("full") ? full : full.withRounds(QUICK_ROUNDS);
        Report report = Tck.run(provider, filter, profile, seed, progress(console));
        console.out().print(format.equals("json") ? JsonReport.write(report) : TextReport.write(report));
        return report.conforms() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
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

    private static String oneOf(String option, String value, String first, String second) throws CommandFailure {
        if (!value.equals(first) && !value.equals(second)) {
            throw CommandFailure.usage(NAME, option + " is " + first + " or " + second + ", not \"" + value + "\"");
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
            if (Tck.rules(RuleFilter.only(chapterOrRule)).isEmpty()) {
                Set<String> known = new TreeSet<>();
                Tck.rules(RuleFilter.all()).forEach(rule -> known.add(rule.id()));
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
