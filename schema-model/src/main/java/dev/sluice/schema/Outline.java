package dev.sluice.schema;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.ServiceProto;
import dev.sluice.schema.source.WellKnownSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What files that import a file see of it: the names and kinds of what it declares, the values of its enums, its
 * extensions with scalar values, its public imports. The fields of messages and the methods of services are left out, and
 * so no other import is needed.
 */
final class Outline {
    private static final String OPTIONS = "google.protobuf.";

    private Outline() {}

    /**
     * Whether the files that a file imports may be outlines: it extends nothing, so that it is not compared with the
     * inside of what it extends, and has no features, which are described in the inside of the options messages.
     */
    static boolean sufficesFor(FileProto importer) {
        boolean withoutFeatures = importer.edition() == Edition.PROTO2 || importer.edition() == Edition.PROTO3;
        return withoutFeatures && !extendsAnything(importer.extensions(), importer.messages());
    }

    private static boolean extendsAnything(List<FieldProto> extensions, List<MessageProto> messages) {
        if (!extensions.isEmpty()) {
            return true;
        }
        for (MessageProto message : messages) {
            if (extendsAnything(message.extensions(), message.messages())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a file must be there as a whole, and all that it imports: option values may be written with the inside of
     * its messages.
     */
    static boolean isNeededWhole(FileProto file) {
        return file.name().equals(WellKnownSource.DESCRIPTOR)
                || hasMoreThanPlainOptions(file.extensions(), file.messages());
    }

    private static boolean hasMoreThanPlainOptions(List<FieldProto> extensions, List<MessageProto> messages) {
        for (FieldProto extension : extensions) {
            String extendee = extension.extendee();
            if (extension.typeName() != null || extendee == null || !extendee.startsWith(OPTIONS)) {
                return true;
            }
        }
        for (MessageProto message : messages) {
            if (hasMoreThanPlainOptions(message.extensions(), message.messages())) {
                return true;
            }
        }
        return false;
    }

    static FileProto of(FileProto file) {
        boolean hasOptions = extendsAnything(file.extensions(), file.messages());
        List<String> imports = new ArrayList<>();
        List<Integer> publicImports = new ArrayList<>();
        for (int i = 0; i < file.dependencies().size(); i++) {
            String imported = file.dependencies().get(i);
            if (file.publicDependencies().contains(i)) {
                publicImports.add(imports.size());
                imports.add(imported);
            } else if (hasOptions && imported.equals(WellKnownSource.DESCRIPTOR)) {
                imports.add(imported);
            }
        }
        return new FileProto(
                file.name(),
                file.packageName(),
                imports,
                publicImports,
                List.of(),
                List.of(),
                messages(file.messages()),
                file.enums(),
                services(file.services()),
                file.extensions(),
                file.options(),
                file.edition());
    }

    private static List<MessageProto> messages(List<MessageProto> messages) {
        if (messages.isEmpty()) {
            return messages;
        }
        List<MessageProto> outlines = new ArrayList<>(messages.size());
        for (MessageProto message : messages) {
            outlines.add(new MessageProto(
                    message.name(),
                    List.of(),
                    message.extensions(),
                    messages(message.messages()),
                    message.enums(),
                    List.of(),
                    List.of(),
                    message.options(),
                    List.of(),
                    List.of(),
                    message.visibility()));
        }
        return outlines;
    }

    private static List<ServiceProto> services(List<ServiceProto> services) {
        List<ServiceProto> outlines = new ArrayList<>(services.size());
        for (ServiceProto service : services) {
            outlines.add(new ServiceProto(service.name(), List.of(), service.options()));
        }
        return outlines;
    }
}
