package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Verdict;

/** One rule for clients: its words and its check. */
public interface ClientRule {
    /** The rule in words. */
    RuleText text();

    /**
     * Plays the provider to the client and judges what arrives, on counts, order and lower bounds of gaps.
     *
     * @throws dev.sluice.contract.tck.stage.ConditionNotMetException if the client cannot be brought to what the rule is about
     */
    Verdict check(ClientStage stage);
}
