package dev.sluice.contract.pact.lint;

import build.buf.validate.FieldPathElement;
import build.buf.validate.Violation;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.derive.RuleFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in a body a violation is.
 *
 * @param way members and indexes, from the body's root, as far as they are there
 * @param isStated whether the body itself says what is wrong, rather than leaving it out
 */
record ViolationPlace(List<Object> way, boolean isStated) {
    ViolationPlace {
        way = List.copyOf(way);
    }

    static ViolationPlace of(Violation violation, Descriptor message, Json body) {
        List<Object> way = new ArrayList<>();
        Optional<Json> at = Optional.of(body);
        Optional<Descriptor> type = Optional.of(message);
        for (FieldPathElement element : violation.getField().getElementsList()) {
            Optional<FieldDescriptor> field = type.map(owner -> owner.findFieldByNumber(element.getFieldNumber()));
            if (field.isEmpty() || at.isEmpty()) {
                return new ViolationPlace(way, false);
            }
            at = step(way, at.get(), member(at.get(), field.get()));
            if (at.isPresent() && element.getSubscriptCase() != FieldPathElement.SubscriptCase.SUBSCRIPT_NOT_SET) {
                at = step(way, at.get(), subscript(element));
            }
            type = valueType(field.get());
        }
        if (at.isEmpty()) {
            return new ViolationPlace(way, false);
        }
        boolean acrossFields = type.isPresent() && at.get() instanceof Json.Obj;
        return new ViolationPlace(
                way, !acrossFields || statesAll((Json.Obj) at.get(), type.get(), violation.getRuleId()));
    }

    /** Whether the object has every field that a rule across fields mentions; those with presence may be absent on purpose. */
    private static boolean statesAll(Json.Obj object, Descriptor type, String ruleId) {
        return RuleFields.of(type, ruleId).stream()
                .allMatch(field -> object.members().containsKey(field.getJsonName())
                        || object.members().containsKey(field.getName()));
    }

    private static Optional<Json> step(List<Object> way, Json at, Object step) {
        Optional<Json> next = Optional.empty();
        if (at instanceof Json.Obj object) {
            next = Optional.ofNullable(object.members().get(step.toString()));
        } else if (at instanceof Json.Arr elements
                && step instanceof Integer index
                && index < elements.values().size()) {
            next = Optional.of(elements.values().get(index));
        }
        if (next.isPresent()) {
            way.add(step);
        }
        return next;
    }

    private static String member(Json at, FieldDescriptor field) {
        boolean bySchemaName = at instanceof Json.Obj object && object.members().containsKey(field.getName());
        return bySchemaName ? field.getName() : field.getJsonName();
    }

    private static Object subscript(FieldPathElement element) {
        return switch (element.getSubscriptCase()) {
            case INDEX -> (int) element.getIndex();
            case STRING_KEY -> element.getStringKey();
            case BOOL_KEY -> Boolean.toString(element.getBoolKey());
            case INT_KEY -> Long.toString(element.getIntKey());
            case UINT_KEY -> Long.toUnsignedString(element.getUintKey());
            case SUBSCRIPT_NOT_SET -> "";
        };
    }

    private static Optional<Descriptor> valueType(FieldDescriptor field) {
        FieldDescriptor value = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
        return value.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? Optional.of(value.getMessageType())
                : Optional.empty();
    }
}
