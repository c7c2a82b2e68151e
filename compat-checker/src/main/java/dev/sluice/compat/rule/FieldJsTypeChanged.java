package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Options;

/** 64-bit fields keep how JavaScript represents them. */
final class FieldJsTypeChanged extends FieldRule {
    private static final int JSTYPE = 6;

    FieldJsTypeChanged() {
        super(
                "FIELD_SAME_JSTYPE",
                "64-bit fields keep how JavaScript represents them.",
                "JavaScript that uses it gets another type",
                "Keep the option as it was.",
                Category.FILE,
                Category.PACKAGE);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (old.options() == Options.NONE && now.options() == Options.NONE || !is64Bit(old) || !is64Bit(now)) {
            return;
        }
        String before = jstype(old);
        String after = jstype(now);
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.optionOf(now, JSTYPE).or(now),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " changed jstype from " + before + " to " + after);
        }
    }

    private static String jstype(Field field) {
        long number = field.options().varint(JSTYPE).orElse(0);
        return number == 0
                ? "JS_NORMAL"
                : number == 1 ? "JS_STRING" : number == 2 ? "JS_NUMBER" : String.valueOf(number);
    }

    private static boolean is64Bit(Field field) {
        return switch (field.type()) {
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> true;
            case INT32, UINT32, SINT32, FIXED32, SFIXED32, DOUBLE, FLOAT, BOOL, STRING, BYTES, GROUP, MESSAGE, ENUM ->
                false;
        };
    }
}
