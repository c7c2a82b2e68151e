package dev.sluice.compat.skip;

import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.EnumValueProto;
import dev.sluice.schema.descriptor.ExtensionRangeProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.ServiceProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether files that import a changed file can mean something else now, though their text is the same. What they can see
 * of it: the names and their kinds (a new one may shadow another), the visibility of types, the numbers of its enums (a
 * default is the first of them) and their openness, its extensions (options are written with them), its public imports;
 * of the fields of its messages only that none is gone or different, since option values may be written with them.
 *
 * <p>Option values name fields, so the number of a field is not seen, except of the options and features that rules look
 * at: those of descriptor.proto itself, and those of features, whose fields say on what they may stand.
 */
final class VisibleChange {
    private static final String DESCRIPTOR_PACKAGE = "google.protobuf";

    /** Options of the fields of features (descriptor.proto, FieldOptions), without one of which protoc takes none. */
    private static final Set<String> FEATURE_MARKS = Set.of("targets", "edition_defaults");

    private VisibleChange() {}

    static boolean between(FileProto old, FileProto now) {
        return !visible(old).equals(visible(now)) || !fields(now).containsAll(fields(old));
    }

    private static List<String> visible(FileProto file) {
        List<String> visible = new ArrayList<>();
        visible.add("package " + file.packageName() + " " + file.edition() + OptionText.features(file.options()));
        for (int index : file.publicDependencies()) {
            visible.add("import " + file.dependencies().get(index));
        }
        types("", file.messages(), file.enums(), visible);
        extensions("", file.extensions(), visible);
        for (ServiceProto service : file.services()) {
            visible.add("service " + service.name());
        }
        return visible;
    }

    private static void types(String scope, List<MessageProto> messages, List<EnumProto> enums, List<String> visible) {
        for (MessageProto message : messages) {
            String name = scope + message.name();
            visible.add("message " + name + " " + message.visibility() + OptionText.of(message.options()));
            for (ExtensionRangeProto range : message.extensionRanges()) {
                visible.add(name + " " + range.start() + " to " + range.end() + OptionText.of(range.options()));
            }
            extensions(name + ".", message.extensions(), visible);
            types(name + ".", message.messages(), message.enums(), visible);
        }
        for (EnumProto enumType : enums) {
            visible.add("enum " + scope + enumType.name() + " " + enumType.visibility()
                    + OptionText.of(enumType.options()));
            for (EnumValueProto value : enumType.values()) {
                visible.add(value.name() + " = " + value.number());
            }
        }
    }

    private static void extensions(String scope, List<FieldProto> extensions, List<String> visible) {
        for (FieldProto extension : extensions) {
            visible.add("extend " + extension.extendee() + " = " + extension.number() + " " + field(scope, extension));
        }
    }

    private static Set<String> fields(FileProto file) {
        Set<String> fields = new HashSet<>();
        fields("", file.messages(), DESCRIPTOR_PACKAGE.equals(file.packageName()), fields);
        return fields;
    }

    private static void fields(String scope, List<MessageProto> messages, boolean standard, Set<String> fields) {
        for (MessageProto message : messages) {
            String name = scope + message.name() + ".";
            for (FieldProto field : message.fields()) {
                boolean numbered = standard || OptionText.names(field.options(), FEATURE_MARKS);
                fields.add(field(name, field) + (numbered ? " = " + field.number() : ""));
            }
            fields(name, message.messages(), standard, fields);
        }
    }

    private static String field(String scope, FieldProto field) {
        return scope + field.name() + " " + field.label() + " " + field.type() + " " + field.typeName() + " "
                + field.defaultValue() + " " + field.jsonName() + " " + field.oneofIndex() + " "
                + field.proto3Optional() + OptionText.of(field.options());
    }
}
