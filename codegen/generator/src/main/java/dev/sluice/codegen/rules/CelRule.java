package dev.sluice.codegen.rules;

import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint written as an expression (buf.validate.Rule).
 *
 * @param id its id, the expression itself where none is given
 * @param message what is wrong where it does not hold; empty where none is given
 * @param expression the expression
 */
public record CelRule(String id, String message, String expression) {

    /** The rules in {@code cel} and {@code cel_expression} of field or message rules. */
    static List<CelRule> of(MessageValue rules) {
        List<CelRule> found = new ArrayList<>();
        for (String expression : rules.texts("cel_expression")) {
            found.add(new CelRule(expression, "\"" + expression + "\" returned false", expression));
        }
        for (MessageValue rule : rules.messages("cel")) {
            String expression = rule.text("expression").orElse("");
            String id = rule.text("id").orElse("");
            found.add(new CelRule(
                    id,
                    rule.text("message")
                            .filter(text -> !text.isEmpty())
                            .orElse("\"" + expression + "\" returned false"),
                    expression));
        }
        return List.copyOf(found);
    }
}
