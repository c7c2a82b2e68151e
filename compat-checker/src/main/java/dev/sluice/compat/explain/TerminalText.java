package dev.sluice.compat.explain;

import java.util.List;

/** Text for a terminal, on lines of at most 80 characters but for examples. */
public final class TerminalText {
    private static final int WIDTH = 80;
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    /** Writes a line as it is. */
    public void line(String line) {
        text.append(line).append('\n');
    }

    /** Writes words on lines of at most 80 characters. */
    public void wrap(String first, String further, String words) {
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

    /** Writes schemas, each with a title and its path. */
    public void examples(String title, List<Example> examples) {
        for (Example example : examples) {
            text.append('\n').append(title).append(' ').append(example.path()).append(":\n");
            for (String line : example.text().split("\n")) {
                text.append(line.isEmpty() ? "" : INDENT).append(line).append('\n');
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
