package dev.sluice.lint.explain;

import dev.sluice.compat.explain.Example;
import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintCategory;
import dev.sluice.lint.rule.LintRule;
import java.util.List;

/** The pages of {@code docs/lint}. */
final class LintMarkdown {
    private final StringBuilder text = new StringBuilder();

    private LintMarkdown() {}

    /** The page of one rule. */
    static String of(LintExplanation explanation) {
        LintRule rule = explanation.rule();
        LintMarkdown page = new LintMarkdown();
        page.paragraph("# " + rule.id());
        page.paragraph(rule.purpose());
        page.paragraph("Categories: " + LintPage.categories(rule));
        page.paragraph("## Why");
        page.paragraph("Otherwise " + rule.harm() + ".");
        page.paragraph("## What it finds");
        page.examples("Bad", explanation.bad());
        if (!explanation.also().isEmpty()) {
            page.paragraph("The same is found by "
                    + String.join(
                            ", ",
                            explanation.also().stream().map(LintMarkdown::link).toList())
                    + ".");
        }
        page.paragraph("## What to do");
        page.paragraph(rule.advice());
        page.examples("Good", explanation.good());
        page.text.append("[All rules](README.md)\n");
        return page.text.toString();
    }

    /** The page that lists the rules. */
    static String index() {
        LintMarkdown page = new LintMarkdown();
        page.paragraph("# Lint rules");
        page.paragraph(
                "`sluice lint SCHEMAS` checks how schemas are written, by the rules of Buf 1.75.0; `sluice explain"
                        + " RULE` prints these pages. A category is what `--use` and a configuration's `lint: use` select;"
                        + " `STANDARD` is the default. A comment `// buf:lint:ignore RULE` above a statement lets a rule pass"
                        + " there.");
        for (LintCategory category : LintCategory.values()) {
            page.text.append("- **" + category + "**: " + category.purpose() + "\n");
        }
        page.text.append("\n| rule | what it demands | categories |\n|---|---|---|\n");
        for (LintRule rule : LintCatalogue.rules()) {
            page.text.append(
                    "| " + link(rule.id()) + " | " + rule.purpose() + " | " + LintPage.categories(rule) + " |\n");
        }
        page.text.append(
                "\n`IMPORT_NO_WEAK` is taken in configurations and finds nothing, as in Buf. Of what Buf's `PROTOVALIDATE`"
                        + " checks, three things are left out: whether CEL expressions compile, to a bool that has a"
                        + " `message` or to a string; whether a `pattern` is a regular expression; whether an"
                        + " `example` passes its own constraints.\n");
        return page.text.toString();
    }

    private void examples(String title, List<Example> examples) {
        for (Example example : examples) {
            paragraph(title + " `" + example.path() + "`:");
            paragraph("```proto\n" + example.text() + "```");
        }
    }

    private void paragraph(String content) {
        text.append(content).append("\n\n");
    }

    private static String link(String rule) {
        return "[" + rule + "](" + rule + ".md)";
    }
}
