package dev.sluice.compat.explain;

/** The explanation of a rule as text for a terminal. */
public final class Page {
    private static final String INDENT = "  ";

    private final TerminalText text = new TerminalText();

    private Page() {}

    /** The page of a rule. */
    public static String of(Explanation explanation) {
        Page page = new Page();
        page.write(explanation);
        return page.text.toString();
    }

    private void write(Explanation explanation) {
        text.line(explanation.rule().id());
        text.wrap("", "", explanation.rule().purpose());
        text.line("");
        text.wrap("Categories: ", INDENT, String.join(", ", Words.categories(explanation.rule())));
        text.wrap("Breaks: ", INDENT, explanation.rule().harm() + ".");
        effect("Wire", explanation.wire());
        effect("JSON", explanation.json());
        effect("Source", explanation.source());
        text.examples("Old", explanation.old());
        text.examples("New", explanation.now());
        text.line("");
        text.wrap("What to do: ", INDENT, explanation.rule().advice());
        if (!explanation.instead().isEmpty()) {
            text.examples("Instead", explanation.instead());
        }
        if (!explanation.also().isEmpty()) {
            text.line("");
            text.wrap("Also found by: ", INDENT, String.join(", ", explanation.also()));
        }
    }

    private void effect(String name, Effect effect) {
        text.wrap(INDENT + name + ": ", INDENT + INDENT, effect.impact().word() + ". " + effect.reason());
    }
}
