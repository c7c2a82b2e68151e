package dev.sluice.contract.tck;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Items;
import dev.sluice.contract.tck.stage.Limits;
import dev.sluice.contract.tck.stage.NotApplicableException;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Timeline;
import dev.sluice.contract.tck.stage.Venue;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/** Plays one rule after another on one venue: settles before, puts the policy back after, turns what was thrown into a verdict. */
final class RulePlay {
    /** How long a process may take from closing its socket to its end. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(2);

    private static final HttpRequest GET_POLICY = HttpRequest.of("GET", "/v1/policy");

    private final Venue venue;
    private final String run;
    private final Supplier<Duration> stall;

    /**
     * Plays on a venue.
     *
     * @param run what the items of this run are named by
     * @param stall how long the kit stood still since it was last asked, zero for not long
     */
    RulePlay(Venue venue, String run, Supplier<Duration> stall) {
        this.venue = venue;
        this.run = run;
        this.stall = stall;
    }

    /** The verdict on a rule, which is played a second time where it came to nothing while the kit itself stood still. */
    RuleResult judge(Rule rule) {
        Timeline timeline = new Timeline(venue.nanoClock());
        Duration before = stall.get();
        if (!before.isZero()) {
            timeline.add("before this rule " + stoodStill(before));
        }
        RuleResult first = judge(rule, run, timeline);
        if (first.verdict().outcome() != Verdict.Outcome.INCONCLUSIVE) {
            return first;
        }
        Duration stood = stall.get();
        if (stood.isZero() || venue.nanoClock().getAsLong() - venue.ends() > 0) {
            return first;
        }
        timeline.add(first.verdict().reason() + "; played again, since " + stoodStill(stood));
        return judge(rule, run + "-again", timeline);
    }

    private static String stoodStill(Duration stall) {
        return "this machine let the kit stand still for " + stall.toMillis() + " ms";
    }

    private RuleResult judge(Rule rule, String run, Timeline timeline) {
        String prefix = rule.text().id() + "-" + rule.text().name() + "-" + run;
        Items items = new Items(prefix, venue.sink().uri(), venue.profile().deadlineMs(), venue.seed());
        Verdict verdict;
        try {
            Limits limits = Limits.of(policy());
            timeline.add("W = " + limits.running() + ", Q = " + limits.queued());
            verdict = play(rule, new Stage(venue, items, limits, timeline), timeline);
        } catch (ConditionNotMetException notMet) {
            verdict = Verdict.inconclusive(notMet.condition());
        } catch (NotApplicableException notApplicable) {
            verdict = Verdict.skip(notApplicable.reason());
        }
        return new RuleResult(
                rule.text(), verdict, timeline.entries(), timeline.depths(), timeline.elapsedNanos() / 1e9);
    }

    /**
     * Why no further rule can be judged, if so: the provider has ended, or no longer answers.
     *
     * @param exitStatus the provider's exit status if it ends within the time given, where it is known at all
     */
    Optional<String> lost(Rule last, Function<Duration, OptionalInt> exitStatus) {
        String during = " (rule " + last.text().id() + ")";
        OptionalInt status = exitStatus.apply(Duration.ZERO);
        if (status.isPresent()) {
            return Optional.of("the provider ended with status " + status.getAsInt() + during);
        }
        if (venue.nanoClock().getAsLong() - venue.ends() > 0) {
            return Optional.of("the run has reached its limit of "
                    + venue.profile().limit().toSeconds() + " s" + during);
        }
        Exchange exchange = venue.client().send(GET_POLICY);
        if (exchange.answer().isPresent()) {
            return Optional.empty();
        }
        OptionalInt late = exitStatus.apply(LAST_BREATH);
        String why = late.isPresent()
                ? "the provider ended with status " + late.getAsInt()
                : "the provider no longer answers: GET /v1/policy: " + exchange.summary();
        return Optional.of(why + during);
    }

    private Verdict play(Rule rule, Stage stage, Timeline timeline) {
        stage.settle();
        venue.sink().forget();
        try {
            Verdict verdict = rule.check(stage);
            boolean unsupported = rule.text().type() == RuleType.OPTIONAL && verdict.outcome() == Verdict.Outcome.FAIL;
            return unsupported ? Verdict.skip("not supported: " + verdict.reason()) : verdict;
        } finally {
            venue.sink().reset();
            restore(stage.limits().policy(), timeline);
        }
    }

    private void restore(Json.Obj policy, Timeline timeline) {
        try {
            if (!policy().without("revision").equals(policy.without("revision"))) {
                Exchange exchange = venue.client().send(Policies.request(policy));
                timeline.add("PUT /v1/policy as before -> " + exchange.summary());
            }
        } catch (ConditionNotMetException unreadable) {
            timeline.add("the policy cannot be put back: " + unreadable.condition());
        }
    }

    private Json.Obj policy() {
        HttpReply reply = Stage.reply("GET /v1/policy", venue.client().send(GET_POLICY));
        if (reply.status() != 200) {
            throw new ConditionNotMetException("GET /v1/policy: " + reply.status());
        }
        return Submission.object(reply)
                .orElseThrow(() -> new ConditionNotMetException("GET /v1/policy gave no JSON object"));
    }
}
