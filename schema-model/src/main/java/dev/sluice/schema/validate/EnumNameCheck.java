package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of enum values differ once the enum's name is stripped from their start and case is ignored: languages that do
 * so would otherwise get one name for two values.
 */
final class EnumNameCheck implements ElementCheck {
    private static final int LEGACY_JSON_CONFLICTS = 6;

    @Override
    public void enumType(EnumType enumType, Context context) {
        boolean tolerated = enumType.file().edition() == Edition.PROTO2
                && enumType.options().bool(LEGACY_JSON_CONFLICTS, false);
        if (tolerated || enumType.values().size() < 2) {
            return;
        }
        String prefix = enumType.name().replace("_", "");
        Map<String, EnumValue> seen = new HashMap<>(enumType.values().size() * 2);
        for (EnumValue value : enumType.values()) {
            EnumValue before = seen.putIfAbsent(pascalCase(withoutPrefix(value.name(), prefix)), value);
            if (before != null && before.number() != value.number()) {
                context.problems()
                        .report(
                                value,
                                "\"" + value.name() + "\" is the same name as \"" + before.name()
                                        + "\" once the enum's name is stripped and case ignored; rename one",
                                Part.NAME);
            }
        }
    }

    private static String withoutPrefix(String name, String prefix) {
        int at = 0;
        int matched = 0;
        while (at < name.length() && matched < prefix.length()) {
            char c = name.charAt(at++);
            if (c == '_') {
                continue;
            }
            if (lower(c) != lower(prefix.charAt(matched++))) {
                return name;
            }
        }
        if (matched < prefix.length()) {
            return name;
        }
        while (at < name.length() && name.charAt(at) == '_') {
            at++;
        }
        return at == name.length() ? name : name.substring(at);
    }

    private static String pascalCase(String name) {
        StringBuilder pascal = new StringBuilder(name.length());
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                pascal.append(upper ? upper(c) : lower(c));
                upper = false;
            }
        }
        return pascal.toString();
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
    }
}
