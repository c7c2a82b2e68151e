package dev.sluice.contract.pact.lint;

import build.buf.validate.Violation;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.derive.ViolationText;
import dev.sluice.contract.pact.derive.WellKnownType;
import dev.sluice.contract.pact.schema.MessageSchema;
import dev.sluice.contract.pact.schema.SchemaProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the proto3 JSON of one message: members, types, constraints. */
final class BodyCheck {
    private final MessageSchema message;
    private final BodyExtent extent;
    private final List<BodyFinding> findings = new ArrayList<>();

    BodyCheck(MessageSchema message, BodyExtent extent) {
        this.message = message;
        this.extent = extent;
    }

    List<BodyFinding> check(Json body) {
        Json fit = message(message.descriptor(), body, List.of());
        if (extent == BodyExtent.SHAPE) {
            return findings;
        }
        for (Violation violation : violations(fit)) {
            ViolationPlace place = ViolationPlace.of(violation, message.descriptor(), fit);
            if (extent == BodyExtent.WHOLE || place.isStated()) {
                findings.add(new BodyFinding(LintRule.CONSTRAINT, place.way(), ViolationText.of(violation)));
            }
        }
        return findings;
    }

    private List<Violation> violations(Json fit) {
        try {
            return MessageSchema.violations(message.fromJson(fit));
        } catch (IllegalArgumentException notChecked) {
            findings.add(new BodyFinding(LintRule.WRONG_TYPE, List.of(), firstLine(notChecked)));
            return List.of();
        }
    }

    /** What of a value is a message of this type; the rest is found to be wrong and left out. */
    private Json message(Descriptor type, Json value, List<Object> way) {
        if (WellKnownType.isOne(type)) {
            return value;
        }
        if (!(value instanceof Json.Obj object)) {
            findings.add(new BodyFinding(LintRule.WRONG_TYPE, way, "a " + type.getFullName() + " is an object"));
            return Json.object();
        }
        Json.Obj fit = Json.object();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            List<Object> longer = longer(way, member.getKey());
            Optional<FieldDescriptor> field = MessageSchema.field(type, member.getKey());
            if (field.isEmpty()) {
                findings.add(new BodyFinding(
                        LintRule.UNKNOWN_FIELD,
                        longer,
                        type.getFullName() + " has no field \"" + member.getKey() + "\""));
                continue;
            }
            Optional<Json> kept = field(type, field.get(), member.getKey(), member.getValue(), longer);
            if (kept.isPresent()) {
                fit = fit.with(member.getKey(), kept.get());
            }
        }
        return fit;
    }

    private Optional<Json> field(Descriptor type, FieldDescriptor field, String name, Json value, List<Object> way) {
        boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
        if (isMessage && !field.isRepeated() && value instanceof Json.Obj) {
            return Optional.of(message(field.getMessageType(), value, way));
        }
        if (isMessage && field.isRepeated() && !field.isMapField() && value instanceof Json.Arr elements) {
            List<Json> fit = new ArrayList<>();
            for (int i = 0; i < elements.values().size(); i++) {
                fit.add(message(field.getMessageType(), elements.values().get(i), longer(way, i)));
            }
            return Optional.of(new Json.Arr(fit));
        }
        FieldDescriptor entry = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
        if (field.isMapField()
                && entry.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && value instanceof Json.Obj entries) {
            Json.Obj fit = Json.object();
            for (Map.Entry<String, Json> member : entries.members().entrySet()) {
                fit = fit.with(
                        member.getKey(),
                        message(entry.getMessageType(), member.getValue(), longer(way, member.getKey())));
            }
            return Optional.of(fit);
        }
        try {
            new MessageSchema(type).fromJson(Json.object().with(name, value));
            return Optional.of(value);
        } catch (SchemaProblemsException unfit) {
            findings.add(
                    new BodyFinding(LintRule.WRONG_TYPE, way, unfit.problems().get(0)));
            return Optional.empty();
        }
    }

    private static String firstLine(IllegalArgumentException problem) {
        return problem instanceof SchemaProblemsException schema
                ? schema.problems().get(0)
                : String.valueOf(problem.getMessage());
    }

    private static List<Object> longer(List<Object> way, Object step) {
        List<Object> longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }
}
