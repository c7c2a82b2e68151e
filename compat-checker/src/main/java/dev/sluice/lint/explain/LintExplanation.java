package dev.sluice.lint.explain;

import dev.sluice.compat.explain.Example;
import dev.sluice.lint.rule.LintRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to know about a rule beyond what the rule itself says. It is written in a file beside the rules, {@code
 * <ID>.txt}: perhaps {@code also:} with ids, then complete schemas, each after a line {@code --- bad PATH} or {@code --- good
 * PATH}.
 *
 * @param also ids of the other rules that find the bad schemas
 * @param bad schemas that the rule finds
 * @param good schemas that no rule finds
 */
public record LintExplanation(LintRule rule, List<String> also, List<Example> bad, List<Example> good) {
    private static final String MARK = "--- ";
    private static final String ALSO = "also: ";

    public LintExplanation {
        also = List.copyOf(also);
        bad = List.copyOf(bad);
        good = List.copyOf(good);
    }

    /**
     * The explanation of a rule.
     *
     * @throws IllegalStateException if the rule has none, or a malformed one: its author is to hear of it
     */
    public static LintExplanation of(LintRule rule) {
        String name = rule.id() + ".txt";
        try (InputStream text = LintRule.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("there is no " + name + " beside the rules");
            }
            return read(rule, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LintExplanation read(LintRule rule, String text) {
        int start = text.indexOf(MARK);
        String header = text.substring(0, Math.max(start, 0));
        if (start < 0 || !(header.isEmpty() || header.startsWith(ALSO))) {
            throw malformed(rule, "it starts with neither \"also\" nor an example");
        }
        List<Example> bad = new ArrayList<>();
        List<Example> good = new ArrayList<>();
        for (String file : text.substring(start + MARK.length()).split("\n" + MARK, -1)) {
            String[] mark = file.substring(0, Math.max(file.indexOf('\n'), 0)).split(" ");
            if (mark.length != 2 || !(mark[0].equals("bad") || mark[0].equals("good"))) {
                throw malformed(rule, "this line is not expected: " + MARK + String.join(" ", mark));
            }
            String content = file.substring(file.indexOf('\n') + 1);
            Example example = new Example(mark[1], content.endsWith("\n") ? content : content + "\n");
            (mark[0].equals("bad") ? bad : good).add(example);
        }
        if (bad.isEmpty() || good.isEmpty()) {
            throw malformed(rule, "it needs a bad example and a good one");
        }
        List<String> also = header.isEmpty()
                ? List.of()
                : List.of(header.substring(ALSO.length()).strip().split(" "));
        return new LintExplanation(rule, also, bad, good);
    }

    private static IllegalStateException malformed(LintRule rule, String what) {
        return new IllegalStateException("the explanation of " + rule.id() + ": " + what);
    }
}
