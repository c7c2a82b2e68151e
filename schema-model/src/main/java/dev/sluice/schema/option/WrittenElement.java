package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.ServiceProto;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import org.jspecify.annotations.Nullable;

/** A linked element, and its options as they were written. */
record WrittenElement(Element element, @Nullable OptionsProto options) {
    private static final int FILE_MESSAGE = 4;
    private static final int FILE_ENUM = 5;
    private static final int FILE_SERVICE = 6;
    private static final int FILE_EXTENSION = 7;
    private static final int MESSAGE_FIELD = 2;
    private static final int MESSAGE_NESTED = 3;
    private static final int MESSAGE_ENUM = 4;
    private static final int MESSAGE_EXTENSION_RANGE = 5;
    private static final int MESSAGE_EXTENSION = 6;
    private static final int MESSAGE_ONEOF = 8;
    private static final int ENUM_VALUE = 2;
    private static final int SERVICE_METHOD = 2;

    /**
     * The element at the first {@code length} numbers of a source-info path, or null where they lead to none.
     *
     * @param file the linked file
     * @param proto the same file as it was parsed
     */
    static @Nullable WrittenElement at(int[] path, int length, SchemaFile file, FileProto proto) {
        if (length == 0) {
            return new WrittenElement(file, proto.options());
        }
        int index = path[1];
        return switch (path[0]) {
            case FILE_MESSAGE ->
                inMessage(
                        path,
                        2,
                        length,
                        file.messages().get(index),
                        proto.messages().get(index));
            case FILE_ENUM ->
                inEnum(path, 2, length, file.enums().get(index), proto.enums().get(index));
            case FILE_SERVICE ->
                inService(
                        path,
                        length,
                        file.services().get(index),
                        proto.services().get(index));
            case FILE_EXTENSION ->
                field(
                        2,
                        length,
                        file.extensions().get(index),
                        proto.extensions().get(index));
            default -> null;
        };
    }

    private static @Nullable WrittenElement inMessage(
            int[] path, int at, int length, MessageType message, MessageProto proto) {
        if (at == length) {
            return new WrittenElement(message, proto.options());
        }
        int index = path[at + 1];
        int next = at + 2;
        return switch (path[at]) {
            case MESSAGE_NESTED ->
                inMessage(
                        path,
                        next,
                        length,
                        message.messages().get(index),
                        proto.messages().get(index));
            case MESSAGE_ENUM ->
                inEnum(
                        path,
                        next,
                        length,
                        message.enums().get(index),
                        proto.enums().get(index));
            case MESSAGE_FIELD ->
                field(next, length, message.fields().get(index), proto.fields().get(index));
            case MESSAGE_EXTENSION ->
                field(
                        next,
                        length,
                        message.extensions().get(index),
                        proto.extensions().get(index));
            case MESSAGE_EXTENSION_RANGE ->
                leaf(
                        next,
                        length,
                        message.extensionRanges().get(index),
                        proto.extensionRanges().get(index).options());
            case MESSAGE_ONEOF ->
                leaf(
                        next,
                        length,
                        message.oneofs().get(index),
                        proto.oneofs().get(index).options());
            default -> null;
        };
    }

    private static @Nullable WrittenElement inEnum(int[] path, int at, int length, EnumType type, EnumProto proto) {
        if (at == length) {
            return new WrittenElement(type, proto.options());
        }
        int index = path[at + 1];
        return path[at] == ENUM_VALUE
                ? leaf(
                        at + 2,
                        length,
                        type.values().get(index),
                        proto.values().get(index).options())
                : null;
    }

    private static @Nullable WrittenElement inService(int[] path, int length, Service service, ServiceProto proto) {
        if (length == 2) {
            return new WrittenElement(service, proto.options());
        }
        int index = path[3];
        return path[2] == SERVICE_METHOD
                ? leaf(
                        4,
                        length,
                        service.rpcs().get(index),
                        proto.methods().get(index).options())
                : null;
    }

    private static @Nullable WrittenElement field(int at, int length, Field field, FieldProto proto) {
        return leaf(at, length, field, proto.options());
    }

    private static @Nullable WrittenElement leaf(int at, int length, Element element, @Nullable OptionsProto options) {
        return at == length ? new WrittenElement(element, options) : null;
    }
}
