package dev.sluice.schema.validate;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.SchemaFile;

/** Names are identifiers. The parser takes nothing else; a descriptor set can hold any text. */
final class NameCheck implements EveryElementCheck {
    private static final int PACKAGE = 2;

    @Override
    public void check(Element element, Context context) {
        if (element instanceof SchemaFile file) {
            checkPackage(file, context);
        } else if (!(element instanceof ExtensionRange)) {
            checkName(element, context);
        }
    }

    private static void checkPackage(SchemaFile file, Context context) {
        if (file.hasPackage() && !isDottedName(file.packageName())) {
            context.problems().report(file, "the package \"" + file.packageName() + "\" is no dotted name", PACKAGE);
        }
    }

    private static void checkName(Element element, Context context) {
        String name = element.name();
        if (!isIdentifier(name, 0, name.length())) {
            context.problems()
                    .report(
                            element,
                            "the name \"" + name + "\" is no identifier: letters, digits and underscores, the first no"
                                    + " digit",
                            Part.NAME);
        }
    }

    private static boolean isDottedName(String name) {
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (!isIdentifier(name, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isIdentifier(name, start, name.length());
    }

    private static boolean isIdentifier(String name, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (c < '0' || c > '9' || i == start)) {
                return false;
            }
        }
        return start < end;
    }
}
