package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.model.SchemaFile;
import java.util.OptionalLong;

/**
 * String fields stay checked to be UTF-8 in Java, or stay unchecked: option java_string_check_utf8, or the feature
 * (pb.java).utf8_validation.
 */
final class FieldJavaUtf8Changed extends FieldRule {
    private static final int JAVA_STRING_CHECK_UTF8 = 27;
    private static final LanguageFeature UTF8_VALIDATION = new LanguageFeature(1001, 2);
    private static final long FEATURE_VERIFY = 2;

    FieldJavaUtf8Changed() {
        super(
                "FIELD_SAME_JAVA_UTF8_VALIDATION",
                "String fields stay checked to be UTF-8 in Java, or stay unchecked.",
                "one side refuses strings that the other one writes",
                "Keep the validation as it was.",
                Category.FILE,
                Category.PACKAGE);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (old.type() != FieldType.STRING || now.type() != FieldType.STRING) {
            return;
        }
        Features.Utf8Validation before = validation(old);
        Features.Utf8Validation after = validation(now);
        if (before != after) {
            findings.add(
                    this,
                    Anchor.optionOf(now.file(), JAVA_STRING_CHECK_UTF8)
                            .or(Anchor.optionOf(
                                    now, FeatureField.FIELD, UTF8_VALIDATION.extension(), UTF8_VALIDATION.number()))
                            .or(now),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " changed UTF-8 validation in Java from " + before + " to " + after);
        }
    }

    private static Features.Utf8Validation validation(Field field) {
        return isVerified(field)
                ? Features.Utf8Validation.VERIFY
                : field.features().utf8Validation();
    }

    private static boolean isVerified(Field field) {
        SchemaFile file = field.file();
        OptionalLong option = file.options() == Options.NONE
                ? OptionalLong.empty()
                : file.options().varint(JAVA_STRING_CHECK_UTF8);
        if (option.isPresent() || !file.edition().isEdition()) {
            return option.orElse(0) != 0;
        }
        return UTF8_VALIDATION.of(field, 0) == FEATURE_VERIFY;
    }
}
