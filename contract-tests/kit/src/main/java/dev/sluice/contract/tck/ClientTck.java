package dev.sluice.contract.tck;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.tck.rules.clients.ClientRule;
import dev.sluice.contract.tck.rules.clients.ClientRules;
import dev.sluice.contract.tck.rules.clients.ClientStage;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Timeline;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The kit for clients: plays the provider to a client that it starts, one rule after another. */
public final class ClientTck {

    private ClientTck() {}

    /** The rules for clients that a filter leaves, in the order in which they run. */
    public static List<RuleText> rules(RuleFilter filter) {
        return ClientRules.rules().stream().map(ClientRule::text).filter(filter).toList();
    }

    /**
     * Runs rules against a client.
     *
     * @param seed where the client's jitter follows from
     */
    public static Report run(
            ClientCommand command, RuleFilter filter, Profile profile, long seed, RunListener listener) {
        LongSupplier nanoClock = System::nanoTime;
        Timeline whole = new Timeline(nanoClock);
        List<RuleResult> results = new ArrayList<>();
        for (ClientRule rule : ClientRules.rules()) {
            if (filter.test(rule.text())) {
                listener.started(rule.text());
                boolean over = whole.elapsedNanos() > profile.limit().toNanos();
                RuleResult result = over ? late(rule, profile) : judge(rule, command, profile, seed, nanoClock);
                results.add(result);
                listener.finished(result);
            }
        }
        return new Report(seed, command.toString(), whole.elapsedNanos() / 1e9, results);
    }

    private static RuleResult judge(
            ClientRule rule, ClientCommand command, Profile profile, long seed, LongSupplier nanoClock) {
        Timeline timeline = new Timeline(nanoClock);
        Verdict verdict;
        try {
            verdict = rule.check(new ClientStage(command, profile, timeline, nanoClock, seed));
        } catch (ConditionNotMetException notMet) {
            verdict = Verdict.inconclusive(notMet.condition());
        }
        return new RuleResult(
                rule.text(), verdict, timeline.entries(), timeline.depths(), timeline.elapsedNanos() / 1e9);
    }

    private static RuleResult late(ClientRule rule, Profile profile) {
        Verdict verdict = Verdict.inconclusive(
                "the run has reached its limit of " + profile.limit().toSeconds() + " s");
        return new RuleResult(rule.text(), verdict, List.of(), List.of(), 0);
    }
}
