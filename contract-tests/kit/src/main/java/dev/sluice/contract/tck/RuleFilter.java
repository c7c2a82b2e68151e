package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.RuleText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which rules run. */
@FunctionalInterface
public interface RuleFilter extends Predicate<RuleText> {
    /** Every rule. */
    static RuleFilter all() {
        return rule -> true;
    }

    /** The rules of these numbers ({@code 1.1}) and chapters ({@code 1}). */
    static RuleFilter only(String... numbers) {
        List<String> wanted = List.of(numbers);
        return rule -> wanted.contains(rule.id())
                || wanted.contains(rule.id().substring(0, rule.id().indexOf('.')));
    }

    /**
     * The rules that words name, for providers and for clients: {@code 1.1}, or all of a chapter as {@code 1} or {@code 1.*}. Every rule
     * where there is no word.
     *
     * @throws IllegalArgumentException if a word names none; the message says which there are
     */
    static RuleFilter named(List<String> words) {
        if (words.isEmpty()) {
            return all();
        }
        List<String> numbers = new ArrayList<>();
        for (String word : words) {
            String trimmed = word.strip();
            String number = trimmed.endsWith(".*") ? trimmed.substring(0, trimmed.length() - 2) : trimmed;
            if (rules(only(number)).findAny().isEmpty()) {
                Set<String> known =
                        new LinkedHashSet<>(rules(all()).map(RuleText::id).toList());
                throw new IllegalArgumentException("\"" + trimmed + "\" names no rule; there are " + known);
            }
            numbers.add(number);
        }
        return only(numbers.toArray(String[]::new));
    }

    private static Stream<RuleText> rules(RuleFilter filter) {
        return Stream.concat(Tck.rules(filter).stream(), ClientTck.rules(filter).stream());
    }
}
