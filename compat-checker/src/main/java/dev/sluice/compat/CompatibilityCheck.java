package dev.sluice.compat;

import dev.sluice.compat.diff.Differ;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.NewSchemas;
import dev.sluice.compat.rule.Rule;
import dev.sluice.compat.rule.RuleSet;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.List;

/** Compares two sets of schemas. */
public final class CompatibilityCheck {
    private CompatibilityCheck() {}

    /**
     * Finds the changes from {@code olds} to {@code news} that break a peer.
     *
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public static Verdict run(SchemaSet olds, SchemaSet news, CheckOptions options) throws UnknownRuleException {
        return run(olds, new NewSchemas(news), options);
    }

    static Verdict run(SchemaSet olds, NewSchemas news, CheckOptions options) throws UnknownRuleException {
        FindingCollector collector = new FindingCollector();
        Differ.compare(olds, news, RuleSet.of(RuleSelection.select(options)), collector);
        return collector.verdict();
    }

    /** Every word that options may use: the categories, then the ids of the rules. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Category category : Category.values()) {
            words.add(category.name());
        }
        for (Rule rule : Catalogue.rules()) {
            words.add(rule.id());
        }
        return words;
    }
}
