package dev.sluice.maven;

import dev.sluice.compat.explain.Explanation;
import dev.sluice.compat.explain.Page;
import dev.sluice.compat.explain.RuleList;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Tells what a rule of {@code check} finds, whom the change breaks and what to do instead; without a rule, which there are. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The rule, such as FIELD_SAME_TYPE. */
    @Parameter(property = "sluice.rule")
    @Nullable
    private String rule;

    @Override
    public void execute() throws MojoExecutionException {
        String text = rule == null ? RuleList.of(List.of(Category.values())) : Page.of(Explanation.of(find(rule)));
        text.lines().forEach(getLog()::info);
    }

    private static Rule find(String id) throws MojoExecutionException {
        return Catalogue.rules().stream()
                .filter(candidate -> candidate.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException(
                        "\"" + id + "\" is no rule; `mvn sluice:explain` without -Dsluice.rule lists them"));
    }
}
