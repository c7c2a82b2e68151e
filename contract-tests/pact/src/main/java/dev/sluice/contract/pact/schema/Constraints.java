package dev.sluice.contract.pact.schema;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;

/** The buf.validate constraints of one value: of a field, or of an element, key or value within one. */
public final class Constraints {
    private final FieldRules rules;
    private final Message typeRules;

    private Constraints(FieldRules rules) {
        this.rules = rules;
        FieldDescriptor type = rules.getOneofFieldDescriptor(
                FieldRules.getDescriptor().getOneofs().get(0));
        this.typeRules = type == null ? FieldRules.getDefaultInstance() : (Message) rules.getField(type);
    }

    /** Those of a field as a whole. */
    public static Constraints of(FieldDescriptor field) {
        return new Constraints(field.getOptions().getExtension(ValidateProto.field));
    }

    /** Those of the elements of a repeated field. */
    public Constraints ofItems() {
        return new Constraints(rules.getRepeated().getItems());
    }

    /** Those of the keys of a map. */
    public Constraints ofKeys() {
        return new Constraints(rules.getMap().getKeys());
    }

    /** Those of the values of a map. */
    public Constraints ofValues() {
        return new Constraints(rules.getMap().getValues());
    }

    /** Whether the value must be there, or differ from its default where that is the same as absence. */
    public boolean required() {
        return rules.getRequired();
    }

    /** Whether the default value satisfies every constraint whatever they say. */
    public boolean ignoresZero() {
        return rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE;
    }

    /** Whether nothing is checked. */
    public boolean ignored() {
        return rules.getIgnore() == Ignore.IGNORE_ALWAYS;
    }

    /** The value of a rule for the type, such as {@code gte} of {@code uint32.gte}; empty where it is not set. */
    public Optional<Object> rule(String name) {
        FieldDescriptor rule = typeRules.getDescriptorForType().findFieldByName(name);
        return rule == null || ignored() || rule.isRepeated() || !typeRules.hasField(rule)
                ? Optional.empty()
                : Optional.of(typeRules.getField(rule));
    }

    /** The values of a rule that is a list, such as {@code in}. */
    public List<?> rules(String name) {
        FieldDescriptor rule = typeRules.getDescriptorForType().findFieldByName(name);
        return rule == null || ignored() || !rule.isRepeated() ? List.of() : (List<?>) typeRules.getField(rule);
    }

    /** Whether a rule that can be true is. */
    public boolean holds(String name) {
        return rule(name).filter(Boolean.TRUE::equals).isPresent();
    }
}
