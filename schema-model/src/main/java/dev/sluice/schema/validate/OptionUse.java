package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.option.OptionsKind;
import dev.sluice.schema.wire.MalformedWireException;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The restricted options among those of one element. */
final class OptionUse {
    private static final int TARGETS = 19;
    private static final int FIELD_FEATURE_SUPPORT = 22;
    private static final int VALUE_FEATURE_SUPPORT = 4;
    private static final String FEATURE_SET = "google.protobuf.FeatureSet";

    private final Element element;
    private final OptionsKind kind;
    private final Context context;

    OptionUse(Element element, OptionsKind kind, Context context) {
        this.element = element;
        this.kind = kind;
        this.context = context;
    }

    void check() {
        int[] path = {kind.fieldNumber()};
        try {
            check(
                    context.optionTypes().of(kind),
                    new WireReader(element.options().encoded()),
                    path,
                    true);
        } catch (MalformedWireException malformed) {
            context.problems()
                    .report(element, "a message among the options is malformed: " + malformed.getMessage(), path);
        }
    }

    /** @param standard whether the message is one of descriptor.proto or a feature, whose editions are checked */
    private void check(MessageType type, WireReader reader, int[] path, boolean standard) {
        while (reader.nextTag()) {
            Field field = context.guards().find(type, reader.fieldNumber());
            if (field == null) {
                reader.skip();
                continue;
            }
            int[] fieldPath = Arrays.copyOf(path, path.length + 1);
            fieldPath[path.length] = field.number();
            checkTargets(field, fieldPath);
            boolean feature = type.fullName().equals(FEATURE_SET);
            if (standard && !field.isExtension()) {
                report(OptionSupport.read(field.options(), FIELD_FEATURE_SUPPORT), field, fieldPath);
            }
            if (field.type().isMessage()) {
                WireReader content = reader.wireType() == WireType.START_GROUP ? reader.group() : reader.message();
                boolean leadsToFeatures = feature || field.number() == kind.featuresNumber();
                check(field.message().orElseThrow(), content, fieldPath, standard && leadsToFeatures);
            } else if (standard && field.type() == FieldType.ENUM && reader.wireType() == WireType.VARINT) {
                checkValue(field, (int) reader.varint(), fieldPath, feature);
            } else {
                reader.skip();
            }
        }
    }

    private void checkTargets(Field field, int[] path) {
        if (!element.file().isRequested()) {
            return;
        }
        List<Integer> targets = targets(field.options());
        if (!targets.isEmpty() && !targets.contains(kind.targetNumber())) {
            context.problems()
                    .reportOption(
                            element,
                            "\"" + field.fullName() + "\" cannot be set on this target, " + withArticle(kind)
                                    + "; it is for " + describe(targets),
                            path);
        }
    }

    private static List<Integer> targets(Options options) {
        List<Integer> targets = new ArrayList<>();
        WireReader reader = new WireReader(options.encoded());
        while (reader.nextTag()) {
            if (reader.fieldNumber() != TARGETS) {
                reader.skip();
            } else if (reader.wireType() == WireType.VARINT) {
                targets.add((int) reader.varint());
            } else {
                WireReader packed = reader.message();
                while (packed.hasMore()) {
                    targets.add((int) packed.varint());
                }
            }
        }
        return targets;
    }

    private static String withArticle(OptionsKind kind) {
        String name = kind.elementName();
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    private static String describe(List<Integer> targets) {
        StringBuilder names = new StringBuilder();
        for (OptionsKind kind : OptionsKind.values()) {
            if (targets.contains(kind.targetNumber())) {
                names.append(names.length() == 0 ? "" : ", ").append(withArticle(kind));
            }
        }
        return names.toString();
    }

    private void checkValue(Field field, int number, int[] path, boolean feature) {
        EnumValue value = field.enumType().orElseThrow().value(number).orElse(null);
        if (value != null) {
            report(OptionSupport.read(value.options(), VALUE_FEATURE_SUPPORT), value, path);
        }
        if (feature && (value == null || number == 0)) {
            context.problems()
                    .reportOption(
                            element,
                            "feature \"" + field.name() + "\" must have a known value, not "
                                    + (value == null ? number : value.name()),
                            path);
        }
    }

    private void report(OptionSupport support, Element used, int[] path) {
        @Nullable String objection = support.objection(used, element.file().edition());
        if (objection != null) {
            context.problems().reportOption(element, objection, path);
        }
    }
}
