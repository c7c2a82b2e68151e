package dev.sluice.compat.explain;

import dev.sluice.compat.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What there is to know about a rule beyond what the rule itself says. It is written in a file beside the rules, {@code
 * <ID>.txt}, whose examples are complete schemas.
 *
 * @param wire what the change in the example, and others that the rule finds, do to binary peers
 * @param json the same for JSON peers
 * @param source the same for source code that uses generated code
 * @param also ids of the other rules of Buf that find the example
 * @param old the schema before the change
 * @param now the schema after the change
 * @param instead a schema that changes what was wanted without breaking; empty where the advice alone says it
 */
public record Explanation(
        Rule rule,
        Effect wire,
        Effect json,
        Effect source,
        List<String> also,
        List<Example> old,
        List<Example> now,
        List<Example> instead) {

    public Explanation {
        also = List.copyOf(also);
        old = List.copyOf(old);
        now = List.copyOf(now);
        instead = List.copyOf(instead);
    }

    /**
     * The explanation of a rule.
     *
     * @throws IllegalStateException if the rule has none, or a malformed one: its author is to hear of it
     */
    public static Explanation of(Rule rule) {
        String name = rule.id() + ".txt";
        try (InputStream text = Rule.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("there is no " + name + " beside the rules");
            }
            return ExplanationReader.read(rule, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
