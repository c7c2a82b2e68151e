package dev.sluice.maven;

import dev.sluice.compat.explain.Explanation;
import dev.sluice.compat.explain.Page;
import dev.sluice.compat.explain.RuleList;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import dev.sluice.lint.explain.LintExplanation;
import dev.sluice.lint.explain.LintPage;
import dev.sluice.lint.explain.LintRuleList;
import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintCategory;
import dev.sluice.lint.rule.LintRule;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a rule of {@code check} or {@code lint} finds, whom that harms and what to do instead; without a rule, which
 * there are.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The rule, such as FIELD_SAME_TYPE. */
    @Parameter(property = "sluice.rule")
    @Nullable
    private String rule;

    @Override
    public void execute() throws MojoExecutionException {
        String text = rule == null ? all() : explain(rule);
        text.lines().forEach(getLog()::info);
    }

    private static String all() {
        return RuleList.of(List.of(Category.values())) + "\n" + LintRuleList.of(List.of(LintCategory.values()));
    }

    private static String explain(String id) throws MojoExecutionException {
        for (Rule rule : Catalogue.rules()) {
            if (rule.id().equalsIgnoreCase(id)) {
                return Page.of(Explanation.of(rule));
            }
        }
        for (LintRule rule : LintCatalogue.rules()) {
            if (rule.id().equalsIgnoreCase(id)) {
                return LintPage.of(LintExplanation.of(rule));
            }
        }
        throw new MojoExecutionException(
                "\"" + id + "\" is no rule; `mvn sluice:explain` without -Dsluice.rule lists them");
    }
}
