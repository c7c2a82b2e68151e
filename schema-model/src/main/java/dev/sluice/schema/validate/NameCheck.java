package dev.sluice.schema.validate;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** Names are identifiers. The parser takes nothing else; a descriptor set can hold any text. */
final class NameCheck implements ElementCheck {
    private static final int PACKAGE = 2;

    @Override
    public void file(SchemaFile file, Context context) {
        if (file.hasPackage() && !isDottedName(file.packageName())) {
            context.problems().report(file, "the package \"" + file.packageName() + "\" is no dotted name", PACKAGE);
        }
    }

    @Override
    public void message(MessageType message, Context context) {
        check(message, context);
        for (Oneof oneof : message.oneofs()) {
            check(oneof, context);
        }
    }

    @Override
    public void field(Field field, Context context) {
        check(field, context);
    }

    @Override
    public void enumType(EnumType enumType, Context context) {
        check(enumType, context);
        for (EnumValue value : enumType.values()) {
            check(value, context);
        }
    }

    @Override
    public void service(Service service, Context context) {
        check(service, context);
        for (Rpc rpc : service.rpcs()) {
            check(rpc, context);
        }
    }

    private static void check(Element element, Context context) {
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
