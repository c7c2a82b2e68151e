package dev.sluice.codegen.rules;

import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint written as an expression (buf.validate.Rule).
 *
 * @param id its id, the expression itself where none is given
 * @param message what is wrong where it does not hold
 * @param expression the expression
 * @param path the way to it within the rules of its field, as the runtime's PathElement has it
 */
public record CelRule(String id, String message, String expression, String path) {

    /** The rules in {@code cel} and {@code cel_expression} of a field's rules, in the order they are checked in. */
    static List<CelRule> ofField(MessageValue rules) {
        List<CelRule> found = new ArrayList<>(written(rules, "cel:23:11#"));
        found.addAll(texts(rules, "cel_expression:29:9#"));
        return List.copyOf(found);
    }

    /** The rules of a message, in the order they are checked in; these have no path. */
    static List<CelRule> ofMessage(MessageValue rules) {
        List<CelRule> found = new ArrayList<>(texts(rules, ""));
        found.addAll(written(rules, ""));
        return List.copyOf(found);
    }

    /** The rules that define a rule of a standard kind (buf.validate.PredefinedRules). */
    static List<CelRule> ofPredefined(MessageValue rules, String path) {
        List<CelRule> found = new ArrayList<>();
        for (CelRule rule : written(rules, "")) {
            found.add(new CelRule(rule.id, rule.message, rule.expression, path));
        }
        return List.copyOf(found);
    }

    private static List<CelRule> written(MessageValue rules, String path) {
        List<CelRule> found = new ArrayList<>();
        for (MessageValue rule : rules.messages("cel")) {
            String expression = rule.text("expression").orElse("");
            String message =
                    rule.text("message").filter(text -> !text.isEmpty()).orElse(returnedFalse(expression));
            found.add(new CelRule(rule.text("id").orElse(""), message, expression, numbered(path, found.size())));
        }
        return found;
    }

    private static List<CelRule> texts(MessageValue rules, String path) {
        List<CelRule> found = new ArrayList<>();
        for (String expression : rules.texts("cel_expression")) {
            found.add(new CelRule(expression, returnedFalse(expression), expression, numbered(path, found.size())));
        }
        return found;
    }

    private static String numbered(String path, int index) {
        return path.isEmpty() ? "" : path + index;
    }

    private static String returnedFalse(String expression) {
        return "\"" + expression + "\" returned false";
    }
}
