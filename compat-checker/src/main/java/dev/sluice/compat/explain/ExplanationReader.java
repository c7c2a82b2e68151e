package dev.sluice.compat.explain;

import dev.sluice.compat.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the text of an explanation: {@code wire}, {@code json} and {@code source}, each {@code breaks}, {@code may break}
 * or {@code safe} and a sentence; {@code also} with ids of rules; then files, each after a line {@code --- old PATH}, {@code
 * --- new PATH} or {@code --- instead PATH}. A line that starts with two spaces goes on with the one before.
 */
final class ExplanationReader {
    private static final String MARK = "--- ";
    private static final Set<String> KEYS = Set.of("wire", "json", "source", "also");

    private final Rule rule;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, List<Example>> examples =
            Map.of("old", new ArrayList<>(), "new", new ArrayList<>(), "instead", new ArrayList<>());

    private ExplanationReader(Rule rule) {
        this.rule = rule;
    }

    static Explanation read(Rule rule, String text) {
        return new ExplanationReader(rule).read(text);
    }

    private Explanation read(String text) {
        int start = text.indexOf(MARK);
        if (start < 0) {
            throw malformed("it has no example");
        }
        readHeader(text.substring(0, start));
        for (String file : text.substring(start + MARK.length()).split("\n" + MARK, -1)) {
            readExample(file);
        }
        if (examples("old").isEmpty() || examples("new").isEmpty()) {
            throw malformed("its example needs old and new files");
        }
        String also = header.getOrDefault("also", "");
        return new Explanation(
                rule,
                effect("wire"),
                effect("json"),
                effect("source"),
                also.isEmpty() ? List.of() : List.of(also.split(" ")),
                examples("old"),
                examples("new"),
                examples("instead"));
    }

    private void readHeader(String text) {
        for (String line : text.replace("\n  ", " ").split("\n")) {
            int colon = line.indexOf(": ");
            String key = line.substring(0, Math.max(colon, 0));
            if (!KEYS.contains(key) || header.put(key, line.substring(colon + 2)) != null) {
                throw malformed("this line is not expected: " + line);
            }
        }
    }

    private void readExample(String text) {
        String[] mark = text.substring(0, text.indexOf('\n')).split(" ");
        if (mark.length != 2 || !examples.containsKey(mark[0])) {
            throw malformed("this line is not expected: " + MARK + String.join(" ", mark));
        }
        String content = text.substring(text.indexOf('\n') + 1);
        examples(mark[0]).add(new Example(mark[1], content.endsWith("\n") ? content : content + "\n"));
    }

    private List<Example> examples(String side) {
        return examples.getOrDefault(side, List.of());
    }

    private Effect effect(String key) {
        String value = header.getOrDefault(key, "");
        int colon = value.indexOf(": ");
        Impact impact = Impact.of(value.substring(0, Math.max(colon, 0)))
                .orElseThrow(() -> malformed("\"" + key + "\" says none of breaks, may break and safe"));
        String reason = value.substring(colon + 2);
        if (!reason.endsWith(".")) {
            throw malformed("\"" + key + "\" is no sentence");
        }
        return new Effect(impact, reason);
    }

    private IllegalStateException malformed(String what) {
        return new IllegalStateException("the explanation of " + rule.id() + ": " + what);
    }
}
