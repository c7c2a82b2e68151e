package dev.sluice.contract.pact.verify;

import dev.sluice.contract.pact.file.PactFileException;
import dev.sluice.contract.provider.CommandWords;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.provider.ProviderStartException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verification as a program: a running provider, or one to start, against Pact files. Verdicts go to standard output, one a line. The exit status is 0
 * where the provider keeps every interaction, 1 where it does not, 2 for wrong usage, for Pact files that cannot be read and for a provider that does not
 * start.
 */
public final class PactVerifyMain {
    private static final int KEPT = 0;
    private static final int BROKEN = 1;
    private static final int USAGE = 2;
    private static final List<String> OPTIONS = List.of("--provider", "--url", "--command", "--states", "--messages");
    private static final String HELP = """
            Usage: sluice pact verify --provider NAME (--url URL | --command COMMAND)
                   [--states URL] [--messages URL] PACT...

              --provider NAME    the provider's name in the Pact files
              --url URL          where it listens
              --command COMMAND  starts it, as "Starting a provider" of PROTOCOL.md
                                 says; it is ended afterwards
              --states URL       where provider states are set up and torn down
              --messages URL     where messages are asked for
              PACT               a Pact file, or a folder of them

            Sends each interaction once and prints PASS or FAIL for it. Exit status:
            0 the provider keeps every one; 1 it does not; 2 wrong usage, a Pact file
            cannot be read, or the provider does not start.
            """;

    private PactVerifyMain() {}

    /** Runs the program and ends the virtual machine with its status. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return KEPT;
        }
        try {
            Map<String, String> options = new HashMap<>();
            List<String> pacts = new ArrayList<>();
            sort(arguments, options, pacts);
            return verify(options, pacts, out);
        } catch (IllegalArgumentException misused) {
            err.println("sluice pact verify: " + misused.getMessage());
            err.println("Try: sluice pact verify --help");
            return USAGE;
        } catch (PactFileException | PactSourceException | ProviderStartException unavailable) {
            err.println("sluice pact verify: " + unavailable.getMessage());
            return USAGE;
        }
    }

    private static void sort(List<String> arguments, Map<String, String> options, List<String> pacts) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("-")) {
                pacts.add(word);
                continue;
            }
            if (!OPTIONS.contains(word)) {
                throw new IllegalArgumentException("unknown option " + word);
            }
            i++;
            if (i == arguments.size()) {
                throw new IllegalArgumentException(word + " wants a value");
            }
            if (options.put(word, arguments.get(i)) != null) {
                throw new IllegalArgumentException(word + " is given twice");
            }
        }
    }

    private static int verify(Map<String, String> options, List<String> pacts, PrintStream out) {
        String provider = Optional.ofNullable(options.get("--provider"))
                .orElseThrow(() -> new IllegalArgumentException("--provider NAME is missing"));
        Optional<URI> url = address(options, "--url");
        Optional<String> command = Optional.ofNullable(options.get("--command"));
        if (url.isPresent() == command.isPresent()) {
            throw new IllegalArgumentException("either --url or --command says which provider is asked");
        }
        if (pacts.isEmpty()) {
            throw new IllegalArgumentException("a Pact file or a folder of them is missing");
        }
        ProviderVerification verification = ProviderVerification.of(provider)
                .from(name -> pacts.stream()
                        .flatMap(pact -> new PactFolder(Path.of(pact)).load(name).stream())
                        .toList());
        Optional<URI> states = address(options, "--states");
        if (states.isPresent()) {
            verification = verification.states(states.get());
        }
        Optional<URI> messages = address(options, "--messages");
        if (messages.isPresent()) {
            verification = verification.messages(messages.get());
        }
        // What cannot be read is told before a provider is started for it.
        verification.checks();
        if (url.isPresent()) {
            return print(verification.http(url.get()).verify(), out);
        }
        List<String> words = CommandWords.of(command.orElseThrow());
        try (ProviderProcess process = ProviderProcess.start(ProviderCommand.of(words.toArray(String[]::new)))) {
            return print(verification.http(process.provider().base()).verify(), out);
        }
    }

    private static Optional<URI> address(Map<String, String> options, String option) {
        String text = options.get(option);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("https?://[^/?#]+([/?#].*)?")) {
            throw new IllegalArgumentException(option + " is an http or https URL, not \"" + text + "\"");
        }
        return Optional.of(URI.create(text));
    }

    private static int print(List<InteractionResult> results, PrintStream out) {
        long broken = results.stream().filter(result -> !result.holds()).count();
        for (InteractionResult result : results) {
            out.println((result.holds() ? "PASS " : "FAIL ") + result.file().consumer() + ": " + result.description());
            if (!result.holds()) {
                out.println("  " + result.failure().strip().replace("\n", "\n  "));
            }
        }
        out.println(results.size() - broken + " of " + results.size() + " interactions are kept");
        return broken == 0 ? KEPT : BROKEN;
    }
}
