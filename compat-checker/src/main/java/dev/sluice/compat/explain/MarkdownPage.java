package dev.sluice.compat.explain;

import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.List;

/** The pages of {@code docs/rules}. */
final class MarkdownPage {
    private final StringBuilder text = new StringBuilder();

    private MarkdownPage() {}

    /** The page of one rule. */
    static String of(Explanation explanation) {
        MarkdownPage page = new MarkdownPage();
        page.write(explanation);
        return page.text.toString();
    }

    private void write(Explanation explanation) {
        Rule rule = explanation.rule();
        paragraph("# " + rule.id());
        paragraph(rule.purpose());
        paragraph("Categories: " + String.join(", ", Words.categories(rule)));
        paragraph("## Who breaks");
        paragraph(Words.capitalized(rule.harm()) + ".");
        text.append("| | | |\n|---|---|---|\n");
        effect("wire", explanation.wire());
        effect("JSON", explanation.json());
        effect("source", explanation.source());
        text.append('\n');
        paragraph("## What it finds");
        examples("Old", explanation.old());
        examples("New", explanation.now());
        if (!explanation.also().isEmpty()) {
            paragraph("The same change is found by "
                    + String.join(
                            ", ",
                            explanation.also().stream().map(MarkdownPage::link).toList()) + ".");
        }
        paragraph("## What to do");
        paragraph(rule.advice());
        examples("Instead", explanation.instead());
        text.append("[All rules](README.md)\n");
    }

    private void effect(String name, Effect effect) {
        text.append("| ")
                .append(name)
                .append(" | ")
                .append(effect.impact().word())
                .append(" | ")
                .append(effect.reason())
                .append(" |\n");
    }

    private void examples(String side, List<Example> examples) {
        for (Example example : examples) {
            paragraph(side + " `" + example.path() + "`:");
            paragraph("```proto\n" + example.text() + "```");
        }
    }

    private void paragraph(String content) {
        text.append(content).append("\n\n");
    }

    private static String link(String rule) {
        return "[" + rule + "](" + rule + ".md)";
    }

    /** The page that lists the rules. */
    static String index() {
        MarkdownPage page = new MarkdownPage();
        page.paragraph("# Rules");
        page.paragraph(
                "`sluice explain RULE` prints these pages. A category is what `--use` and a configuration's `use`"
                        + " select; `FILE` is the default.");
        for (Category category : Category.values()) {
            page.text
                    .append("- **")
                    .append(category)
                    .append("**: ")
                    .append(category.purpose())
                    .append('\n');
        }
        page.text.append("\n| rule | what it demands | categories |\n|---|---|---|\n");
        for (Rule rule : Catalogue.rules()) {
            page.text
                    .append("| ")
                    .append(link(rule.id()))
                    .append(" | ")
                    .append(rule.purpose())
                    .append(" | ")
                    .append(String.join(", ", Words.categories(rule)))
                    .append(" |\n");
        }
        return page.text.toString();
    }
}
