package dev.sluice.lint.constraint;

import dev.sluice.schema.value.MessageValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Constraints that are expressions in CEL. What the expressions say is not looked at. */
final class CelFlaws {
    private static final String CEL = "cel";
    private static final String EXPRESSION_ONLY = "cel_expression";
    private static final Pattern BLANK = Pattern.compile("\\p{IsWhite_Space}*");
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9._-]+");

    private CelFlaws() {}

    static void add(MessageValue rules, Flaws flaws) {
        List<MessageValue> constraints = rules.messages(CEL);
        Map<String, Integer> uses = new HashMap<>();
        for (MessageValue constraint : constraints) {
            uses.merge(id(constraint), 1, Integer::sum);
        }
        for (int i = 0; i < constraints.size(); i++) {
            MessageValue constraint = constraints.get(i);
            String id = id(constraint);
            if (!id.isEmpty() && !ID.matcher(id).matches()) {
                flaws.add(
                        CEL,
                        i,
                        flaws.name(CEL) + " has the id \"" + id
                                + "\", of which a to z, A to Z, 0 to 9 and . _ - may be part");
            }
            if (!id.isEmpty() && uses.getOrDefault(id, 0) > 1) {
                flaws.add(CEL, i, flaws.name(CEL) + " has the id \"" + id + "\" several times");
            }
            if (isBlank(constraint.text("expression").orElse(""))) {
                flaws.add(CEL, i, flaws.name(CEL) + " " + i + " has no expression");
            }
        }
        List<String> expressions = rules.texts(EXPRESSION_ONLY);
        for (int i = 0; i < expressions.size(); i++) {
            if (isBlank(expressions.get(i))) {
                flaws.add(EXPRESSION_ONLY, i, flaws.name(EXPRESSION_ONLY) + " " + i + " is empty");
            }
        }
    }

    private static boolean isBlank(String expression) {
        return BLANK.matcher(expression).matches();
    }

    private static String id(MessageValue constraint) {
        return constraint.text("id").orElse("");
    }
}
