package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.EnumValueProto;
import dev.sluice.schema.descriptor.ExtensionRangeProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.MethodProto;
import dev.sluice.schema.descriptor.OneofProto;
import dev.sluice.schema.descriptor.ServiceProto;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the elements of one file, with their names and places but no references yet. */
final class TreeBuilder {
    private final SchemaFile file;

    private TreeBuilder(SchemaFile file) {
        this.file = file;
    }

    static SchemaFile build(UnlinkedFile unlinked) {
        FileProto proto = unlinked.proto();
        SourceInfoOfFile sourceInfo = new SourceInfoOfFile(unlinked);
        SchemaFile file =
                new SchemaFile(proto.name(), proto.packageName(), proto.edition(), unlinked.requested(), sourceInfo);
        sourceInfo.setFile(file);
        TreeBuilder builder = new TreeBuilder(file);
        String scope = file.packageName();
        file.setContents(
                builder.messages(proto.messages(), null, scope),
                builder.enums(proto.enums(), null, scope),
                builder.services(proto.services(), scope),
                builder.fields(proto.extensions(), null, List.of(), true));
        return file;
    }

    private List<MessageType> messages(List<MessageProto> protos, @Nullable MessageType parent, String scope) {
        if (protos.isEmpty()) {
            return List.of();
        }
        List<MessageType> messages = new ArrayList<>(protos.size());
        for (MessageProto proto : protos) {
            messages.add(message(proto, parent, messages.size(), join(scope, proto.name())));
        }
        return messages;
    }

    private MessageType message(MessageProto proto, @Nullable MessageType parent, int index, String fullName) {
        MessageType message = new MessageType(
                file,
                parent,
                index,
                proto.name(),
                fullName,
                proto.reservedRanges(),
                proto.reservedNames(),
                proto.visibility());
        List<Oneof> oneofs = oneofs(proto.oneofs(), message);
        List<Field> fields = fields(proto.fields(), message, oneofs, false);
        for (Oneof oneof : oneofs) {
            oneof.setFields(membersOf(oneof, fields));
        }
        message.setContents(
                fields,
                oneofs,
                messages(proto.messages(), message, fullName),
                enums(proto.enums(), message, fullName),
                fields(proto.extensions(), message, List.of(), true),
                extensionRanges(proto.extensionRanges(), message));
        return message;
    }

    private static List<Field> membersOf(Oneof oneof, List<Field> fields) {
        List<Field> members = new ArrayList<>(4);
        for (Field field : fields) {
            if (field.oneof().orElse(null) == oneof) {
                members.add(field);
            }
        }
        return members;
    }

    private List<Field> fields(
            List<FieldProto> protos, @Nullable MessageType parent, List<Oneof> oneofs, boolean extensions) {
        if (protos.isEmpty()) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>(protos.size());
        for (FieldProto proto : protos) {
            boolean inOneof = proto.oneofIndex() >= 0 && proto.oneofIndex() < oneofs.size();
            fields.add(new Field(
                    file,
                    parent,
                    fields.size(),
                    proto.name(),
                    proto.number(),
                    proto.label(),
                    proto.type() == null ? FieldType.MESSAGE : proto.type(),
                    extensions,
                    proto.proto3Optional(),
                    proto.defaultValue(),
                    proto.jsonName(),
                    inOneof ? oneofs.get(proto.oneofIndex()) : null));
        }
        return fields;
    }

    private static List<Oneof> oneofs(List<OneofProto> protos, MessageType message) {
        if (protos.isEmpty()) {
            return List.of();
        }
        List<Oneof> oneofs = new ArrayList<>(protos.size());
        for (OneofProto proto : protos) {
            oneofs.add(new Oneof(message, oneofs.size(), proto.name()));
        }
        return oneofs;
    }

    private static List<ExtensionRange> extensionRanges(List<ExtensionRangeProto> protos, MessageType message) {
        if (protos.isEmpty()) {
            return List.of();
        }
        List<ExtensionRange> ranges = new ArrayList<>(protos.size());
        for (ExtensionRangeProto proto : protos) {
            ranges.add(new ExtensionRange(message, ranges.size(), proto.start(), proto.end()));
        }
        return ranges;
    }

    private List<EnumType> enums(List<EnumProto> protos, @Nullable MessageType parent, String scope) {
        if (protos.isEmpty()) {
            return List.of();
        }
        List<EnumType> enums = new ArrayList<>(protos.size());
        for (EnumProto proto : protos) {
            EnumType type = new EnumType(
                    file,
                    parent,
                    enums.size(),
                    proto.name(),
                    join(scope, proto.name()),
                    proto.reservedRanges(),
                    proto.reservedNames(),
                    proto.visibility());
            List<EnumValue> values = new ArrayList<>(proto.values().size());
            for (EnumValueProto value : proto.values()) {
                values.add(new EnumValue(type, values.size(), value.name(), value.number()));
            }
            type.setValues(values);
            enums.add(type);
        }
        return enums;
    }

    private List<Service> services(List<ServiceProto> protos, String scope) {
        if (protos.isEmpty()) {
            return List.of();
        }
        List<Service> services = new ArrayList<>(protos.size());
        for (ServiceProto proto : protos) {
            Service service = new Service(file, services.size(), proto.name(), join(scope, proto.name()));
            List<Rpc> rpcs = new ArrayList<>(proto.methods().size());
            for (MethodProto method : proto.methods()) {
                rpcs.add(new Rpc(
                        service, rpcs.size(), method.name(), method.clientStreaming(), method.serverStreaming()));
            }
            service.setRpcs(rpcs);
            services.add(service);
        }
        return services;
    }

    private static String join(String scope, String name) {
        return scope.isEmpty() ? name : scope + "." + name;
    }
}
