package dev.sluice.schema.validate;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** Names follow the style that editions from 2024 on enforce (protobuf.dev, Style Guide; feature enforce_naming_style). */
final class NamingStyleCheck implements ElementCheck {
    private static final int PACKAGE = 2;

    @Override
    public void file(SchemaFile file, Context context) {
        if (!isEnforced(file) || !file.hasPackage()) {
            return;
        }
        if (!isLowerSnakeCase(file.packageName())) {
            context.problems()
                    .report(
                            file,
                            "package \"" + file.packageName() + "\" should be lower_snake_case" + optOut(),
                            PACKAGE);
        }
    }

    @Override
    public void message(MessageType message, Context context) {
        if (message.isMapEntry()) {
            return;
        }
        titleCase(message, context);
        for (Oneof oneof : message.oneofs()) {
            lowerSnakeCase(oneof, context);
        }
    }

    @Override
    public void field(Field field, Context context) {
        lowerSnakeCase(field, context);
    }

    @Override
    public void enumType(EnumType enumType, Context context) {
        titleCase(enumType, context);
        for (EnumValue value : enumType.values()) {
            if (isEnforced(value) && !isUpperSnakeCase(value.name())) {
                report(value, "UPPER_SNAKE_CASE", context);
            }
        }
    }

    @Override
    public void service(Service service, Context context) {
        titleCase(service, context);
        for (Rpc rpc : service.rpcs()) {
            titleCase(rpc, context);
        }
    }

    private static boolean isEnforced(Element element) {
        return element.features().namingStyle() != Features.NamingStyle.STYLE_LEGACY;
    }

    private static void titleCase(Element element, Context context) {
        if (isEnforced(element) && !isTitleCase(element.name())) {
            report(element, "TitleCase", context);
        }
    }

    private static void lowerSnakeCase(Element element, Context context) {
        if (isEnforced(element) && !isLowerSnakeCase(element.name())) {
            report(element, "lower_snake_case", context);
        }
    }

    private static void report(Element element, String style, Context context) {
        context.problems().report(element, "\"" + element.name() + "\" should be " + style + optOut(), Part.NAME);
    }

    private static String optOut() {
        return " (feature enforce_naming_style)";
    }

    private static boolean isTitleCase(String name) {
        return !name.isEmpty() && isUpper(name.charAt(0)) && name.indexOf('_') < 0;
    }

    private static boolean isLowerSnakeCase(String name) {
        if (name.isEmpty() || !isLower(name.charAt(0)) || hasLooseUnderscore(name)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (isUpper(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpperSnakeCase(String name) {
        if (name.isEmpty() || !isUpper(name.charAt(0)) || hasLooseUnderscore(name)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (isLower(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an underscore is not followed by a letter: names that differ only in such ones collide in some languages. */
    private static boolean hasLooseUnderscore(String name) {
        for (int i = name.indexOf('_'); i >= 0; i = name.indexOf('_', i + 1)) {
            if (i + 1 == name.length() || !(isLower(name.charAt(i + 1)) || isUpper(name.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
