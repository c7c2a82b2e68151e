package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.MethodProto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves the type names of one file: of fields, extendees, requests and responses. */
final class References {
    private static final int EXTENDEE = 2;
    private static final int TYPE_NAME = 6;
    private static final int INPUT_TYPE = 2;
    private static final int OUTPUT_TYPE = 3;

    private final Scope scope;
    private final LinkProblems problems;

    private References(Scope scope, LinkProblems problems) {
        this.scope = scope;
        this.problems = problems;
    }

    static void resolve(SchemaFile file, FileProto proto, Symbols symbols, LinkProblems problems) {
        References references = new References(Scope.ofTypes(symbols, file), problems);
        String packageName = file.packageName();
        references.messages(file.messages(), proto.messages());
        references.fields(file.extensions(), proto.extensions(), packageName);
        for (int i = 0; i < file.services().size(); i++) {
            references.rpcs(file.services().get(i), proto.services().get(i).methods());
        }
    }

    private void messages(List<MessageType> messages, List<MessageProto> protos) {
        for (int i = 0; i < messages.size(); i++) {
            MessageType message = messages.get(i);
            MessageProto proto = protos.get(i);
            fields(message.fields(), proto.fields(), message.fullName());
            fields(message.extensions(), proto.extensions(), message.fullName());
            messages(message.messages(), proto.messages());
        }
    }

    private void fields(List<Field> fields, List<FieldProto> protos, String scopeName) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            FieldProto proto = protos.get(i);
            if (proto.typeName() != null) {
                type(field, proto, proto.typeName(), scopeName);
            }
            if (proto.extendee() != null) {
                extendee(field, proto.extendee(), scopeName);
            }
            if (field.isExtension() != (proto.extendee() != null)) {
                problems.report(
                        field,
                        field.isExtension()
                                ? "the extension names no message that it extends"
                                : "the field extends a message, but is no extension");
            }
        }
    }

    private void type(Field field, FieldProto proto, String typeName, String scopeName) {
        if (proto.type() != null
                && proto.type() != FieldType.ENUM
                && !proto.type().isMessage()) {
            problems.report(field, "a field of type " + proto.type().keyword() + " cannot name \"" + typeName + "\"");
            return;
        }
        Element found = scope.find(scopeName, typeName, true);
        if (found instanceof MessageType message) {
            if (proto.type() == FieldType.ENUM) {
                problems.report(field, "\"" + typeName + "\" is a message, not an enum", TYPE_NAME);
            }
            field.setTypeReference(message, proto.type() == FieldType.GROUP ? FieldType.GROUP : FieldType.MESSAGE);
        } else if (found instanceof EnumType enumType) {
            if (proto.type() != null && proto.type() != FieldType.ENUM) {
                problems.report(field, "\"" + typeName + "\" is an enum, not a message", TYPE_NAME);
            }
            field.setTypeReference(enumType, FieldType.ENUM);
        } else {
            missing(field, scopeName, typeName, found, TYPE_NAME);
        }
    }

    private void extendee(Field field, String extendee, String scopeName) {
        Element found = scope.find(scopeName, extendee, false);
        if (found instanceof MessageType message) {
            field.setExtendee(message);
        } else {
            missing(field, scopeName, extendee, found, EXTENDEE);
        }
    }

    private void rpcs(Service service, List<MethodProto> protos) {
        for (int i = 0; i < protos.size(); i++) {
            Rpc rpc = service.rpcs().get(i);
            MessageType request = rpcType(rpc, protos.get(i).inputType(), INPUT_TYPE);
            MessageType response = rpcType(rpc, protos.get(i).outputType(), OUTPUT_TYPE);
            if (request != null && response != null) {
                rpc.setTypes(request, response);
            }
        }
    }

    private @Nullable MessageType rpcType(Rpc rpc, String typeName, int part) {
        String scopeName = rpc.service().fullName();
        Element found = scope.find(scopeName, typeName, false);
        if (found instanceof MessageType message) {
            return message;
        }
        missing(rpc, scopeName, typeName, found, part);
        return null;
    }

    private void missing(Element owner, String scopeName, String typeName, @Nullable Element found, int part) {
        String message = found == null
                ? scope.explainMissing(scopeName, typeName)
                : "\"" + typeName + "\" (" + found.fullName() + ") is not a message"
                        + (part == TYPE_NAME ? " or enum" : "");
        problems.report(owner, message, part);
    }
}
