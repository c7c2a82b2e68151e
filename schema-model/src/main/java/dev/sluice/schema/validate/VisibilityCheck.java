package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.Visibility;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** Types that are local to their file are not used from others (edition 2024; protobuf.dev, Symbol Visibility). */
final class VisibilityCheck implements ElementCheck {
    @Override
    public void message(MessageType message, Context context) {
        checkNestedExport(message, context);
    }

    @Override
    public void enumType(EnumType enumType, Context context) {
        checkNestedExport(enumType, context);
    }

    /** Strict files export top-level types only, and enums of messages that are nothing but a namespace for them. */
    private static void checkNestedExport(NamedType type, Context context) {
        if (type.visibility() != Visibility.EXPORT || type.parent().isEmpty() || !isStrict(type.file())) {
            return;
        }
        if (type instanceof EnumType && isNamespace(type.parent().get())) {
            return;
        }
        context.problems()
                .report(
                        type,
                        "\"" + type.fullName() + "\" is nested, so it cannot be exported where"
                                + " default_symbol_visibility is STRICT; move it to the top level",
                        Part.NAME);
    }

    private static boolean isStrict(SchemaFile file) {
        return file.features().defaultVisibility() == Features.DefaultVisibility.STRICT;
    }

    private static boolean isNamespace(MessageType message) {
        return message.parent().isEmpty()
                && message.visibility() == Visibility.LOCAL
                && message.reservedRanges().size() == 1
                && message.reservedRanges().get(0).start() == 1
                && message.reservedRanges().get(0).end() > Numbers.MAX_FIELD_NUMBER;
    }

    @Override
    public void field(Field field, Context context) {
        if (field.typeReference().isPresent()) {
            check(field, field.typeReference().get(), Part.FIELD_TYPE_NAME, context);
        }
        if (field.isExtension()) {
            check(field, field.containingMessage(), Part.FIELD_EXTENDEE, context);
        }
    }

    @Override
    public void service(Service service, Context context) {
        for (Rpc rpc : service.rpcs()) {
            check(rpc, rpc.request(), Part.METHOD_INPUT, context);
            check(rpc, rpc.response(), Part.METHOD_OUTPUT, context);
        }
    }

    private static void check(Element user, NamedType type, int part, Context context) {
        if (type.file() != user.file() && !isExported(type)) {
            String why = type.visibility() == Visibility.LOCAL
                    ? "is marked local"
                    : "is local by its file's default_symbol_visibility";
            context.problems()
                    .report(
                            user,
                            "\"" + type.fullName() + "\" " + why + " and cannot be used outside of \""
                                    + type.file().filePath() + "\"; export it there",
                            part);
        }
    }

    private static boolean isExported(NamedType type) {
        if (type.visibility() != Visibility.UNSET) {
            return type.visibility() == Visibility.EXPORT;
        }
        if (type.file().edition().compareTo(Edition.EDITION_2024) < 0) {
            return true;
        }
        Features.DefaultVisibility visibility = type.file().features().defaultVisibility();
        return switch (visibility) {
            case EXPORT_ALL -> true;
            case EXPORT_TOP_LEVEL -> type.parent().isEmpty();
            case LOCAL_ALL, STRICT -> false;
        };
    }
}
