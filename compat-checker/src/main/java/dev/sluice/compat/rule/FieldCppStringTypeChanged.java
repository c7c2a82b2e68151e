package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.model.Field;
import java.util.OptionalLong;

/** String and bytes fields keep their C++ type: option ctype, or the feature (pb.cpp).string_type. */
final class FieldCppStringTypeChanged extends FieldRule {
    private static final int CTYPE = 1;
    private static final LanguageFeature STRING_TYPE = new LanguageFeature(1000, 2);
    private static final long FEATURE_VIEW = 1;
    private static final long FEATURE_STRING = 3;

    FieldCppStringTypeChanged() {
        super(
                "FIELD_SAME_CPP_STRING_TYPE",
                "String and bytes fields keep their C++ type.",
                "C++ source code that uses it does not compile",
                "Keep the type as it was.",
                Category.FILE,
                Category.PACKAGE);
    }

    /** The types, as ctype or the feature names them. */
    private enum StringType {
        VIEW,
        CORD,
        STRING,
        STRING_PIECE
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (!isText(old) || !isText(now) || isInMapEntry(old) && isInMapEntry(now)) {
            return;
        }
        StringType before = stringType(old);
        StringType after = stringType(now);
        boolean relaxed = before == StringType.STRING_PIECE && after == StringType.STRING;
        if (before != after && !relaxed) {
            findings.add(
                    this,
                    Anchor.optionOf(now, CTYPE)
                            .or(Anchor.optionOf(now, FeatureField.FIELD, STRING_TYPE.extension(), STRING_TYPE.number()))
                            .or(now),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " changed its C++ type from " + before + " to " + after);
        }
    }

    private static StringType stringType(Field field) {
        boolean hasCtype = field.file().edition().number() < Edition.EDITION_2024.number();
        OptionalLong ctype = hasCtype ? field.options().varint(CTYPE) : OptionalLong.empty();
        if (ctype.isPresent()) {
            return ctype.getAsLong() == 1
                    ? StringType.CORD
                    : ctype.getAsLong() == 2 ? StringType.STRING_PIECE : StringType.STRING;
        }
        if (!field.file().edition().isEdition()) {
            return StringType.STRING;
        }
        long feature = STRING_TYPE.of(field, hasCtype ? FEATURE_STRING : FEATURE_VIEW);
        return feature == FEATURE_VIEW
                ? StringType.VIEW
                : feature == FEATURE_STRING ? StringType.STRING : StringType.CORD;
    }

    private static boolean isText(Field field) {
        return field.type() == FieldType.STRING || field.type() == FieldType.BYTES;
    }

    private static boolean isInMapEntry(Field field) {
        return field.containingMessage().isMapEntry();
    }
}
