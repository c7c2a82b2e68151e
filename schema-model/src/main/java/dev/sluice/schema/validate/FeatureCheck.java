package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.wire.WireReader;

/** Features of editions stand on fields that they mean something for (protobuf.dev, Feature Settings for Editions). */
final class FeatureCheck implements ElementCheck {
    private static final int FIELD_PRESENCE = 1;
    private static final int REPEATED_FIELD_ENCODING = 3;
    private static final int UTF8_VALIDATION = 4;
    private static final int MESSAGE_ENCODING = 5;
    private static final int JAVA_STRING_CHECK_UTF8 = 27;

    @Override
    public void file(SchemaFile file, Context context) {
        if (!file.edition().isEdition()) {
            return;
        }
        if (file.features().fieldPresence() == Features.FieldPresence.LEGACY_REQUIRED) {
            context.problems()
                    .reportOption(
                            file, "a file cannot make all its fields required", 8, FeatureField.FILE, FIELD_PRESENCE);
        }
        if (file.options().bool(JAVA_STRING_CHECK_UTF8, false)) {
            context.problems()
                    .reportOption(
                            file,
                            "java_string_check_utf8 is not for editions; use features.(pb.java).utf8_validation",
                            8,
                            JAVA_STRING_CHECK_UTF8);
        }
    }

    @Override
    public void field(Field field, Context context) {
        if (!field.file().edition().isEdition()) {
            return;
        }
        checkDescriptor(field, context);
        Features features = field.features();
        boolean implicit = features.fieldPresence() == Features.FieldPresence.IMPLICIT;
        if (implicit && !field.hasPresence() && field.defaultValue().isPresent()) {
            report(field, "a field with implicit presence cannot have a default", context);
        }
        boolean generated = field.parent().isPresent() && field.parent().get().isMapEntry();
        if (!generated) {
            checkWritten(field, features, context);
        }
    }

    /** Features that the field sets itself. */
    private static void checkWritten(Field field, Features features, Context context) {
        if (sets(field, FIELD_PRESENCE)) {
            checkPresence(field, features.fieldPresence() == Features.FieldPresence.IMPLICIT, context);
        }
        if (sets(field, REPEATED_FIELD_ENCODING) && !field.isRepeated()) {
            report(field, "only repeated fields can set repeated_field_encoding", context);
        }
        if (sets(field, REPEATED_FIELD_ENCODING)
                && features.repeatedFieldEncoding() == Features.RepeatedFieldEncoding.PACKED
                && !field.type().isPackable()) {
            report(field, "only repeated numbers, bools and enums can be PACKED", context);
        }
        if (sets(field, UTF8_VALIDATION) && !isString(field)) {
            report(field, "only string fields can set utf8_validation", context);
        }
        if (sets(field, MESSAGE_ENCODING) && (!field.type().isMessage() || field.isMap())) {
            report(field, "only message fields can set message_encoding", context);
        }
    }

    private static void checkDescriptor(Field field, Context context) {
        if (field.label() == FieldLabel.REQUIRED) {
            report(field, "editions have no required label; use features.field_presence = LEGACY_REQUIRED", context);
        }
        if (field.type() == FieldType.GROUP) {
            report(field, "editions have no groups; use features.message_encoding = DELIMITED", context);
        }
    }

    private static void checkPresence(Field field, boolean implicit, Context context) {
        if (field.oneof().isPresent()) {
            report(field, "a member of a oneof cannot set field_presence", context);
        } else if (field.isRepeated()) {
            report(field, "a repeated field cannot set field_presence", context);
        } else if (field.isExtension() && field.features().fieldPresence() != Features.FieldPresence.LEGACY_REQUIRED) {
            report(field, "an extension cannot set field_presence", context);
        } else if (implicit && field.type().isMessage()) {
            report(field, "a message field cannot have implicit presence", context);
        }
    }

    private static boolean isString(Field field) {
        if (!field.isMap()) {
            return field.type() == FieldType.STRING;
        }
        for (Field part : field.message().orElseThrow().fields()) {
            if (part.type() == FieldType.STRING) {
                return true;
            }
        }
        return false;
    }

    /** Whether the field itself sets a feature, rather than inheriting it. */
    private static boolean sets(Field field, int feature) {
        for (byte[] features : field.options().lengthDelimited(FeatureField.FIELD)) {
            WireReader reader = new WireReader(features);
            while (reader.nextTag()) {
                if (reader.fieldNumber() == feature) {
                    return true;
                }
                reader.skip();
            }
        }
        return false;
    }

    private static void report(Field field, String problem, Context context) {
        context.problems().report(field, problem, Part.NAME);
    }
}
