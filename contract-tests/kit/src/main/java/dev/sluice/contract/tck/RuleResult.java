package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.Depth;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.List;

/**
 * What one rule found.
 *
 * @param rule the rule
 * @param verdict the finding
 * @param timeline what was sent and seen
 * @param depths how full the provider said it was; empty for a client
 * @param seconds how long it ran; reported, never judged
 */
public record RuleResult(RuleText rule, Verdict verdict, List<String> timeline, List<Depth> depths, double seconds) {
    public RuleResult {
        timeline = List.copyOf(timeline);
        depths = List.copyOf(depths);
    }
}
