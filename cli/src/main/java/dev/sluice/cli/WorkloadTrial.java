package dev.sluice.cli;

import dev.sluice.contract.load.ConnectionFault;
import dev.sluice.contract.load.RestartTrial;
import dev.sluice.contract.load.Trial;
import dev.sluice.contract.load.Trials;
import dev.sluice.contract.load.Workload;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderStartException;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The part of {@code sluice verify} that sends a workload instead of playing rules. */
final class WorkloadTrial {
    private static final String NAME = "verify";
    private static final int MOST_SUBMISSIONS = 10_000_000;

    private final Workload workload;
    private final List<ConnectionFault> faults;
    private final int connections;
    private final boolean restart;

    private WorkloadTrial(Workload workload, List<ConnectionFault> faults, int connections, boolean restart) {
        this.workload = workload;
        this.faults = faults;
        this.connections = connections;
        this.restart = restart;
    }

    /** The workload that the arguments ask for, if any. */
    static Optional<WorkloadTrial> of(Arguments parsed) throws CommandFailure {
        Optional<String> name = parsed.value("--workload");
        double rate = number(parsed, "--rate", 100);
        double seconds = number(parsed, "--seconds", 10);
        int connections = (int) number(parsed, "--connections", 32);
        List<ConnectionFault> faults = faults(parsed.value("--faults").orElse(""));
        boolean restart = parsed.flag("--restart");
        if (name.isEmpty()) {
            if (restart) {
                throw CommandFailure.usage(NAME, "--restart wants a --workload, during which the provider is killed");
            }
            return Optional.empty();
        }
        if (restart && !faults.isEmpty()) {
            throw CommandFailure.usage(NAME, "--restart and --faults are two trials; give one");
        }
        if (rate * seconds * 10 > MOST_SUBMISSIONS || connections < 1 || connections > 2000) {
            throw CommandFailure.usage(
                    NAME, "a workload has at most " + MOST_SUBMISSIONS + " submissions and 2000 connections");
        }
        return Optional.of(new WorkloadTrial(workload(name.get(), rate, seconds), faults, connections, restart));
    }

    /** Whether the provider is killed and started again. */
    boolean restarts() {
        return restart;
    }

    /** Sends it to a provider that runs, and says what was found; the exit status. */
    int run(Provider provider, Profile profile, long seed, Console console) {
        return judged(() -> Trials.run(provider, workload, faults, connections, profile, seed), seed, console);
    }

    /**
     * Sends it to a provider that is killed and started again meanwhile, and says what was found; the exit status.
     *
     * @throws ProviderStartException if the provider does not start the first time
     */
    int runWithRestart(ProviderCommand command, Profile profile, long seed, Console console) {
        return judged(() -> RestartTrial.run(command, workload, connections, profile, seed), seed, console);
    }

    private static int judged(Supplier<Trial.Outcome> trial, long seed, Console console) {
        Verdict verdict;
        try {
            Trial.Outcome outcome = trial.get();
            console.out().println(outcome.load().summary());
            verdict = outcome.verdict();
        } catch (ConditionNotMetException notMet) {
            verdict = Verdict.inconclusive(notMet.condition());
        }
        console.out()
                .println(verdict.outcome() + (verdict.reason().isEmpty() ? "" : ": " + verdict.reason()) + "  seed "
                        + seed);
        return verdict.outcome() == Verdict.Outcome.PASS ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private static Workload workload(String name, double rate, double seconds) throws CommandFailure {
        Duration time = Duration.ofNanos((long) (seconds * 1e9));
        if (name.startsWith("trace:")) {
            return trace(name.substring("trace:".length()));
        }
        return switch (name) {
            case "steady" -> Workload.steady(rate, time);
            case "microburst" -> Workload.microburst(rate, time, (int) Math.ceil(rate), Duration.ofSeconds(1));
            case "ramp" -> Workload.ramp(rate / 10, rate, time);
            case "recovery" -> Workload.recovery(rate, time);
            case "flood" -> Workload.flood((int) (rate * seconds));
            default ->
                throw CommandFailure.usage(
                        NAME,
                        "--workload is steady, microburst, ramp, recovery, flood or trace:FILE, not \"" + name + "\"");
        };
    }

    private static Workload trace(String file) throws CommandFailure {
        try {
            return Workload.trace(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw CommandFailure.input(List.of(file + ": cannot be read: " + unreadable.getMessage()));
        } catch (IllegalArgumentException noTrace) {
            throw CommandFailure.input(List.of(file + ": " + noTrace.getMessage()));
        }
    }

    private static List<ConnectionFault> faults(String list) throws CommandFailure {
        List<ConnectionFault> faults = new ArrayList<>();
        for (String word : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            try {
                faults.add(ConnectionFault.valueOf(name));
            } catch (IllegalArgumentException unknown) {
                throw CommandFailure.usage(
                        NAME, "--faults are none, latency, reset, half-a-reply and slow-body, not \"" + word + "\"");
            }
        }
        return faults;
    }

    private static double number(Arguments parsed, String option, double otherwise) throws CommandFailure {
        Optional<String> text = parsed.value(option);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[0-9]{1,7}(\\.[0-9]{1,3})?") || Double.parseDouble(text.get()) <= 0) {
            throw CommandFailure.usage(NAME, option + " wants a number above 0, not \"" + text.get() + "\"");
        }
        return Double.parseDouble(text.get());
    }
}
