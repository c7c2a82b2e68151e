package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.List;

/**
 * What one rule found.
 *
 * @param rule the rule
 * @param verdict the finding
 * @param timeline what was sent and seen
 * @param seconds how long it ran; reported, never judged
 */
public record RuleResult(RuleText rule, Verdict verdict, List<String> timeline, double seconds) {
    public RuleResult {
        timeline = List.copyOf(timeline);
    }
}
