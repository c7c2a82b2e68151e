package dev.sluice.lint.constraint;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.util.Optional;

/** The constraints of a field, of the elements of a list, or of the keys or values of a map (buf.validate.FieldRules). */
final class FieldFlaws {
    private static final String REPEATED = "repeated";
    private static final String MAP = "map";
    private static final String REQUIRED = "required";

    private FieldFlaws() {}

    static void add(Field field, MessageValue rules, Flaws flaws) {
        add(field, rules, flaws, field.isRepeated());
    }

    /**
     * @param field what is constrained; of a list's elements the list
     * @param whole whether a list or map is constrained as a whole
     */
    private static void add(Field field, MessageValue rules, Flaws flaws, boolean whole) {
        PresenceFlaws.add(field, rules, flaws);
        CelFlaws.add(rules, flaws);
        if (rules.message(REPEATED).isPresent()) {
            ofList(field, rules.message(REPEATED).get(), flaws);
        } else if (rules.message(MAP).isPresent()) {
            ofMap(field, rules.message(MAP).get(), flaws);
        } else {
            ofOne(field, rules, flaws, whole);
        }
    }

    private static void ofList(Field field, MessageValue rules, Flaws flaws) {
        if (!field.isRepeated() || field.isMap()) {
            flaws.add(REPEATED, flaws.name(REPEATED) + " constrains \"" + field.name() + "\", which is no list");
            return;
        }
        Flaws ofList = flaws.in(REPEATED);
        Optional<MessageType> message = field.message();
        if (rules.bool("unique").orElse(false) && message.isPresent() && !RuleKind.isWrapper(message.get())) {
            ofList.add(
                    "unique",
                    ofList.name("unique") + " compares scalars and wrappers, not "
                            + message.get().fullName());
        }
        LengthFlaws.addOrder(rules, "min_items", "max_items", ofList);
        ofParts(field, rules, "items", ofListOrMap(flaws, REPEATED));
    }

    private static void ofMap(Field field, MessageValue rules, Flaws flaws) {
        if (!field.isMap()) {
            flaws.add(MAP, flaws.name(MAP) + " constrains \"" + field.name() + "\", which is no map");
            return;
        }
        LengthFlaws.addOrder(rules, "min_pairs", "max_pairs", flaws.in(MAP));
        MessageType entry = field.message().orElseThrow();
        ofParts(entry.field(1).orElseThrow(), rules, "keys", ofListOrMap(flaws, MAP));
        ofParts(entry.field(2).orElseThrow(), rules, "values", ofListOrMap(flaws, MAP));
    }

    /** Constraints of elements inside those of elements have the place of the outer ones. */
    private static Flaws ofListOrMap(Flaws flaws, String kind) {
        return flaws.whole().in(kind);
    }

    private static void ofParts(Field field, MessageValue rules, String part, Flaws flaws) {
        Optional<MessageValue> ofParts = rules.message(part);
        if (ofParts.isPresent()) {
            Flaws inner = flaws.in(part);
            if (ofParts.get().bool(REQUIRED).orElse(false)) {
                inner.add(REQUIRED, inner.name(REQUIRED) + " does nothing: all " + part + " are there");
            }
            add(field, ofParts.get(), inner, false);
        }
    }

    private static void ofOne(Field field, MessageValue rules, Flaws flaws, boolean whole) {
        for (Field kind : rules.fields()) {
            if (rules.value(kind.name()).orElse(null) instanceof Value.Message typed
                    && kind.oneof().isPresent()) {
                if (whole || !RuleKind.fits(kind.name(), field)) {
                    String type = field.message()
                            .map(MessageType::fullName)
                            .orElse(field.type().toString());
                    String shown = field.isMap() ? "a map" : whole ? "a list" : type;
                    flaws.add(
                            kind.name(),
                            flaws.name(kind.name()) + " constrains \"" + field.name() + "\", which is " + shown);
                } else {
                    RuleKind.add(kind.name(), typed.value(), flaws.in(kind.name()));
                }
            }
        }
    }
}
