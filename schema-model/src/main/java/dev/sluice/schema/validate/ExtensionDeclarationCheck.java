package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Extension declarations are sound, and extensions are what their declarations say (protobuf.dev, Extension Declarations). */
final class ExtensionDeclarationCheck implements ElementCheck {
    private static final int DECLARATION = 2;
    private static final int VERIFICATION = 3;
    private static final int VERIFICATION_DECLARATION = 0;
    private static final int VERIFICATION_UNVERIFIED = 1;

    /** What a declaration names as type without a leading dot. */
    private static final Set<String> SCALARS = scalars();

    private static Set<String> scalars() {
        Set<String> scalars = new HashSet<>();
        for (FieldType type : FieldType.values()) {
            if (!type.isMessage()) {
                scalars.add(type.keyword());
            }
        }
        return scalars;
    }

    private static List<ExtensionDeclaration> declarations(ExtensionRange range) {
        List<ExtensionDeclaration> declarations = new ArrayList<>();
        for (byte[] encoded : range.options().lengthDelimited(DECLARATION)) {
            declarations.add(ExtensionDeclaration.read(encoded));
        }
        return declarations;
    }

    @Override
    public void message(MessageType message, Context context) {
        Set<String> names = new HashSet<>();
        for (ExtensionRange range : message.extensionRanges()) {
            List<ExtensionDeclaration> declarations = declarations(range);
            boolean unverified =
                    range.options().varint(VERIFICATION).orElse(VERIFICATION_DECLARATION) == VERIFICATION_UNVERIFIED;
            if (!declarations.isEmpty() && unverified) {
                context.problems().report(range, "a range that declares its extensions cannot be UNVERIFIED");
            }
            Set<Integer> numbers = new HashSet<>();
            for (ExtensionDeclaration declaration : declarations) {
                check(declaration, range, numbers, names, context);
            }
        }
    }

    private static void check(
            ExtensionDeclaration declaration,
            ExtensionRange range,
            Set<Integer> numbers,
            Set<String> names,
            Context context) {
        int number = declaration.number();
        if (!Numbers.contains(range, number)) {
            context.problems().report(range, "the declared extension number " + number + " is outside of the range");
        }
        if (!numbers.add(number)) {
            context.problems().report(range, "extension number " + number + " is declared twice");
        }
        String fullName = declaration.fullName();
        String type = declaration.type();
        if (fullName == null || type == null) {
            if (fullName != null || type != null || !declaration.reserved()) {
                context.problems()
                        .report(range, "the declaration of extension " + number + " needs both full_name and type");
            }
            return;
        }
        if (!fullName.startsWith(".")) {
            context.problems().report(range, "full_name \"" + fullName + "\" needs a leading dot");
        }
        if (!type.startsWith(".") && !SCALARS.contains(type)) {
            context.problems().report(range, "type \"" + type + "\" needs a leading dot");
        }
        if (!names.add(fullName)) {
            context.problems().report(range, "extension \"" + fullName + "\" is declared twice");
        }
    }

    @Override
    public void field(Field field, Context context) {
        if (!field.isExtension() || OptionMessages.contains(field.containingMessage())) {
            return;
        }
        for (ExtensionRange range : field.containingMessage().extensionRanges()) {
            if (Numbers.contains(range, field.number()) && range.options().isPresent()) {
                checkDeclared(field, range, context);
            }
        }
    }

    private static void checkDeclared(Field field, ExtensionRange range, Context context) {
        List<ExtensionDeclaration> declarations = declarations(range);
        boolean verified =
                range.options().varint(VERIFICATION).orElse(VERIFICATION_UNVERIFIED) == VERIFICATION_DECLARATION;
        for (ExtensionDeclaration declaration : declarations) {
            if (declaration.number() == field.number()) {
                compare(field, declaration, context);
                return;
            }
        }
        if (verified || !declarations.isEmpty()) {
            context.problems()
                    .report(
                            field,
                            "\"" + field.containingMessage().fullName() + "\" declares its extensions, and number "
                                    + field.number() + " is not among them",
                            Part.FIELD_NUMBER);
        }
    }

    private static void compare(Field field, ExtensionDeclaration declaration, Context context) {
        String extension = "extension " + field.number() + " of \""
                + field.containingMessage().fullName() + "\" is ";
        if (declaration.reserved()) {
            context.problems().report(field, extension + "declared as reserved", Part.FIELD_NUMBER);
            return;
        }
        if (declaration.fullName() != null && !declaration.fullName().equals("." + field.fullName())) {
            context.problems()
                    .report(
                            field,
                            extension + "declared as \"" + declaration.fullName() + "\", not \"." + field.fullName()
                                    + "\"",
                            Part.NAME);
        }
        String type = field.typeReference().isPresent()
                ? "." + field.typeReference().get().fullName()
                : field.type().keyword();
        if (declaration.type() != null && !declaration.type().equals(type)) {
            context.problems()
                    .report(
                            field,
                            extension + "declared with type " + declaration.type() + ", not " + type,
                            Part.FIELD_TYPE);
        }
        if (declaration.repeated() != field.isRepeated()) {
            context.problems()
                    .report(
                            field,
                            extension + "declared as " + (declaration.repeated() ? "repeated" : "optional"),
                            Part.NAME);
        }
    }
}
