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
 * @param oneofs the fields of which at most one may be set
 */
public record MessageRules(List<CelRule> cel, List<OneOf> oneofs) {
    private static final MessageRules NONE = new MessageRules(List.of(), List.of());

    /**
     * Fields of which at most one may be set (buf.validate.MessageOneofRule).
     *
     * @param fields their names
     * @param required whether one must be
     */
    public record OneOf(List<String> fields, boolean required) {
        public OneOf {
            fields = List.copyOf(fields);
        }
    }

    /** The constraints of a message. */
    public static MessageRules of(MessageType message, SchemaSet set) {
        Optional<MessageValue> rules =
                MessageValue.ofOptions(message, set).flatMap(options -> options.message("buf.validate.message"));
        if (rules.isEmpty()) {
            return NONE;
        }
        List<OneOf> oneofs = new ArrayList<>();
        for (MessageValue oneof : rules.get().messages("oneof")) {
            oneofs.add(new OneOf(oneof.texts("fields"), oneof.bool("required").orElse(false)));
        }
        return new MessageRules(CelRule.ofMessage(rules.get()), oneofs);
    }

    /** Whether a field is one of those of which at most one may be set. */
    public boolean isInOneOf(String field) {
        return oneofs.stream().anyMatch(oneof -> oneof.fields().contains(field));
    }

    /** Whether one case of a oneof must be set. */
    public static boolean isRequired(Oneof oneof, SchemaSet set) {
        return MessageValue.ofOptions(oneof, set)
                .flatMap(options -> options.message("buf.validate.oneof"))
                .flatMap(rules -> rules.bool("required"))
                .orElse(false);
    }
}
