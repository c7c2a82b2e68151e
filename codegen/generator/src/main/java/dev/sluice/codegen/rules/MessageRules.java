package dev.sluice.codegen.rules;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The constraints on a message as a whole.
 *
 * @param cel the expressions
 * @param other the names of constraints of another kind
 */
public record MessageRules(List<CelRule> cel, List<String> other) {
    private static final MessageRules NONE = new MessageRules(List.of(), List.of());

    /** The constraints of a message. */
    public static MessageRules of(MessageType message, SchemaSet set) {
        Optional<MessageValue> rules =
                MessageValue.ofOptions(message, set).flatMap(options -> options.message("buf.validate.message"));
        if (rules.isEmpty()) {
            return NONE;
        }
        List<String> other = new ArrayList<>();
        if (rules.get().has("oneof")) {
            other.add("buf.validate.message.oneof");
        }
        return new MessageRules(CelRule.of(rules.get()), other);
    }

    /** Whether one case of a oneof must be set. */
    public static boolean isRequired(Oneof oneof, SchemaSet set) {
        return MessageValue.ofOptions(oneof, set)
                .flatMap(options -> options.message("buf.validate.oneof"))
                .flatMap(rules -> rules.bool("required"))
                .orElse(false);
    }
}
