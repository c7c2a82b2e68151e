package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Enums have values, an open enum starts at zero, numbers are shared only by aliases, and nothing reserved is used. */
final class EnumCheck implements ElementCheck {
    private static final int ALLOW_ALIAS = 2;

    @Override
    public void enumType(EnumType enumType, Context context) {
        if (enumType.values().isEmpty()) {
            context.problems().report(enumType, "an enum needs at least one value", Part.NAME);
            return;
        }
        EnumValue first = enumType.values().get(0);
        if (first.number() != 0 && !enumType.isClosed()) {
            context.problems().report(first, "the first value of an open enum must be zero", Part.ENUM_VALUE_NUMBER);
        }
        if (!enumType.options().bool(ALLOW_ALIAS, false)) {
            checkUnique(enumType, context);
        }
        checkReserved(enumType, context);
    }

    private static void checkUnique(EnumType enumType, Context context) {
        Map<Integer, EnumValue> seen = new HashMap<>(enumType.values().size() * 2);
        for (EnumValue value : enumType.values()) {
            EnumValue before = seen.putIfAbsent(value.number(), value);
            if (before != null) {
                context.problems()
                        .report(
                                value,
                                "\"" + value.name() + "\" has the same number as \"" + before.name()
                                        + "\"; if that is intended, set option allow_alias = true",
                                Part.ENUM_VALUE_NUMBER);
            }
        }
    }

    private static void checkReserved(EnumType enumType, Context context) {
        Set<String> names = new HashSet<>(enumType.reservedNames());
        for (EnumValue value : enumType.values()) {
            if (names.contains(value.name())) {
                context.problems().report(value, "the value name \"" + value.name() + "\" is reserved", Part.NAME);
            }
            for (NumberRange range : enumType.reservedRanges()) {
                if (value.number() >= range.start() && value.number() <= range.end()) {
                    context.problems()
                            .report(value, "the number " + value.number() + " is reserved", Part.ENUM_VALUE_NUMBER);
                }
            }
        }
    }
}
