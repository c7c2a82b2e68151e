package dev.sluice.compat.explain;

import java.util.List;

/** The explanation of a rule as text for a terminal. */
public final class Page {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private Page() {}

    /** The page of a rule. */
    public static String of(Explanation explanation) {
        Page page = new Page();
        page.write(explanation);
        return page.text.toString();
    }

    private void write(Explanation explanation) {
        text.append(explanation.rule().id()).append('\n');
        wrap("", "", explanation.rule().purpose());
        text.append('\n');
        wrap("Categories: ", INDENT, String.join(", ", Words.categories(explanation.rule())));
        wrap("Breaks: ", INDENT, explanation.rule().harm() + ".");
        effect("Wire", explanation.wire());
        effect("JSON", explanation.json());
        effect("Source", explanation.source());
        examples("Old", explanation.old());
        examples("New", explanation.now());
        text.append('\n');
        wrap("What to do: ", INDENT, explanation.rule().advice());
        if (!explanation.instead().isEmpty()) {
            examples("Instead", explanation.instead());
        }
        if (!explanation.also().isEmpty()) {
            text.append('\n');
            wrap("Also found by: ", INDENT, String.join(", ", explanation.also()));
        }
    }

    private void effect(String name, Effect effect) {
        wrap(INDENT + name + ": ", INDENT + INDENT, effect.impact().word() + ". " + effect.reason());
    }

    private void examples(String side, List<Example> examples) {
        for (Example example : examples) {
            text.append('\n').append(side).append(' ').append(example.path()).append(":\n");
            for (String line : example.text().split("\n")) {
                text.append(line.isEmpty() ? "" : INDENT + INDENT).append(line).append('\n');
            }
        }
    }

    /** Writes words on lines of at most 80 characters. */
    private void wrap(String first, String further, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : words.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(further);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
    }
}
