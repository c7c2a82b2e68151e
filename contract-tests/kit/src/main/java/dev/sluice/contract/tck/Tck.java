package dev.sluice.contract.tck;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.sink.Sink;
import dev.sluice.contract.tck.rules.Catalogue;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Items;
import dev.sluice.contract.tck.stage.Limits;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Timeline;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The technology compatibility kit: runs rules one after another against a provider that does nothing else meanwhile. */
public final class Tck {
    private final Provider provider;
    private final Profile profile;
    private final long seed;
    private final LongSupplier nanoClock;
    private final String run;

    private Tck(Provider provider, Profile profile, long seed, LongSupplier nanoClock) {
        this.provider = provider;
        this.profile = profile;
        this.seed = seed;
        this.nanoClock = nanoClock;
        this.run = Long.toString(nanoClock.getAsLong() & Long.MAX_VALUE, 36);
    }

    /** The rules that a filter leaves, in the order in which they run. */
    public static List<RuleText> rules(RuleFilter filter) {
        return Catalogue.rules().stream().map(Rule::text).filter(filter).toList();
    }

    /**
     * Runs rules. The provider must allow downstream calls to the sink on {@code 127.0.0.1}, at any port or that of the profile.
     *
     * @param seed where the contents of the items follow from
     */
    public static Report run(Provider provider, RuleFilter filter, Profile profile, long seed, RunListener listener) {
        return new Tck(provider, profile, seed, System::nanoTime).run(filter, listener);
    }

    private Report run(RuleFilter filter, RunListener listener) {
        Timeline whole = new Timeline(nanoClock);
        List<RuleResult> results = new ArrayList<>();
        try (Sink sink = Sink.start(profile.sinkPort())) {
            for (Rule rule : Catalogue.rules()) {
                if (filter.test(rule.text())) {
                    listener.started(rule.text());
                    RuleResult result = judge(rule, sink);
                    results.add(result);
                    listener.finished(result);
                }
            }
        }
        return new Report(seed, provider, whole.elapsedNanos() / 1e9, results);
    }

    private RuleResult judge(Rule rule, Sink sink) {
        Timeline timeline = new Timeline(nanoClock);
        OnceClient client = new OnceClient(provider.base(), profile.replyTimeout());
        String prefix = rule.text().testName().replaceFirst("^([a-z])[a-z]*_([0-9]+)_([0-9]+)_.*", "$1$2.$3-" + run);
        Items items = new Items(prefix, sink.uri(), profile.deadlineMs(), seed);
        Verdict verdict;
        try {
            Limits limits = limits(client);
            timeline.add("W = " + limits.running() + ", Q = " + limits.queued());
            verdict = play(rule, new Stage(client, sink, items, limits, profile, timeline), sink);
        } catch (ConditionNotMetException notMet) {
            verdict = Verdict.inconclusive(notMet.condition());
        }
        return new RuleResult(rule.text(), verdict, timeline.entries(), timeline.elapsedNanos() / 1e9);
    }

    private static Verdict play(Rule rule, Stage stage, Sink sink) {
        stage.settle();
        sink.forget();
        try {
            Verdict verdict = rule.check(stage);
            boolean unsupported = rule.text().type() == RuleType.OPTIONAL && verdict.outcome() == Verdict.Outcome.FAIL;
            return unsupported ? Verdict.skip("not supported: " + verdict.reason()) : verdict;
        } finally {
            sink.open();
        }
    }

    private static Limits limits(OnceClient client) {
        HttpReply reply = Stage.reply("GET /v1/policy", client.send(HttpRequest.of("GET", "/v1/policy")));
        if (reply.status() != 200) {
            throw new ConditionNotMetException("GET /v1/policy: " + reply.status());
        }
        return Limits.of(Submission.object(reply)
                .orElseThrow(() -> new ConditionNotMetException("GET /v1/policy gave no JSON object")));
    }
}
