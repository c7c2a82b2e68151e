package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.RuleText;
import java.util.List;
import java.util.function.Predicate;

/** Which rules run. */
@FunctionalInterface
public interface RuleFilter extends Predicate<RuleText> {
    /** Every rule. */
    static RuleFilter all() {
        return rule -> true;
    }

    /** The rules of these numbers ({@code 1.1}) and chapters ({@code 1}). */
    static RuleFilter only(String... numbers) {
        List<String> wanted = List.of(numbers);
        return rule -> wanted.contains(rule.id())
                || wanted.contains(rule.id().substring(0, rule.id().indexOf('.')));
    }
}
