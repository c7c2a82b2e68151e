package dev.sluice.contract.tck;

import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.sink.Sink;
import dev.sluice.contract.tck.rules.Catalogue;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Timeline;
import dev.sluice.contract.tck.stage.Venue;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The technology compatibility kit: runs rules one after another against a provider that does nothing else meanwhile. */
public final class Tck {
    private static final LongSupplier CLOCK = System::nanoTime;

    private Tck() {}

    /** The rules for providers that a filter leaves, in the order in which they run. */
    public static List<RuleText> rules(RuleFilter filter) {
        return Catalogue.rules().stream().map(Rule::text).filter(filter).toList();
    }

    /**
     * Runs rules against a provider that is listening; those that have to start one are skipped. It must allow downstream calls to
     * {@code 127.0.0.1}, at any port or at that of the profile.
     *
     * @param seed where the contents of the items follow from
     */
    public static Report run(Provider provider, RuleFilter filter, Profile profile, long seed, RunListener listener) {
        return run(provider, Optional.empty(), limit -> OptionalInt.empty(), filter, profile, seed, listener);
    }

    /**
     * Starts a provider, runs rules against it and ends it.
     *
     * @param seed where the contents of the items follow from
     * @throws dev.sluice.contract.provider.ProviderStartException if it does not come up
     */
    public static Report run(
            ProviderCommand command, RuleFilter filter, Profile profile, long seed, RunListener listener) {
        try (ProviderProcess process = ProviderProcess.start(command)) {
            return run(process, command, filter, profile, seed, listener);
        }
    }

    /**
     * Runs rules against a provider that was started by a command; the rules that need one of their own start it by the same command.
     *
     * @param seed where the contents of the items follow from
     */
    public static Report run(
            ProviderProcess process,
            ProviderCommand command,
            RuleFilter filter,
            Profile profile,
            long seed,
            RunListener listener) {
        return run(process.provider(), Optional.of(command), process::exitStatus, filter, profile, seed, listener);
    }

    private static Report run(
            Provider provider,
            Optional<ProviderCommand> command,
            Function<Duration, OptionalInt> exitStatus,
            RuleFilter filter,
            Profile profile,
            long seed,
            RunListener listener) {
        Timeline whole = new Timeline(CLOCK);
        long ends = CLOCK.getAsLong() + profile.limit().toNanos();
        List<RuleResult> results = new ArrayList<>();
        Optional<String> lost = Optional.empty();
        try (Sink sink = Sink.start(profile.sinkPort());
                Stalls stalls = Stalls.watch(CLOCK)) {
            OnceClient client = new OnceClient(provider.base(), profile.replyTimeout());
            Venue venue = new Venue(client, sink, profile, command, ends, CLOCK, seed);
            RulePlay play = new RulePlay(venue, Long.toString(CLOCK.getAsLong() & Long.MAX_VALUE, 36), stalls::take);
            for (Rule rule : Catalogue.rules()) {
                if (filter.test(rule.text())) {
                    listener.started(rule.text());
                    RuleResult result = lost.isPresent() ? inconclusive(rule, lost.get()) : play.judge(rule);
                    if (lost.isEmpty()) {
                        lost = play.lost(rule, exitStatus);
                    }
                    results.add(result);
                    listener.finished(result);
                }
            }
        }
        return new Report(seed, provider.base().toString(), whole.elapsedNanos() / 1e9, results);
    }

    private static RuleResult inconclusive(Rule rule, String why) {
        return new RuleResult(rule.text(), Verdict.inconclusive(why), List.of(), List.of(), 0);
    }
}
