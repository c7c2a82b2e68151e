package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.ServiceProto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interprets the options of every element of one file, the standard options of all files first. */
final class OptionsPass {
    private final OptionInterpreter.OfFile interpreter;
    private boolean custom;

    OptionsPass(OptionInterpreter.OfFile interpreter) {
        this.interpreter = interpreter;
    }

    void standard(SchemaFile file, FileProto proto) {
        custom = false;
        run(file, proto);
    }

    void custom(SchemaFile file, FileProto proto) {
        custom = true;
        run(file, proto);
    }

    private void run(SchemaFile file, FileProto proto) {
        file.setOptions(options(file, proto.options()));
        messages(file.messages(), proto.messages());
        enums(file.enums(), proto.enums());
        fields(file.extensions(), proto.extensions());
        for (int i = 0; i < file.services().size(); i++) {
            service(file.services().get(i), proto.services().get(i));
        }
    }

    private void messages(List<MessageType> messages, List<MessageProto> protos) {
        for (int i = 0; i < messages.size(); i++) {
            MessageType message = messages.get(i);
            MessageProto proto = protos.get(i);
            message.setOptions(options(message, proto.options()));
            fields(message.fields(), proto.fields());
            fields(message.extensions(), proto.extensions());
            for (int j = 0; j < message.oneofs().size(); j++) {
                Oneof oneof = message.oneofs().get(j);
                oneof.setOptions(options(oneof, proto.oneofs().get(j).options()));
            }
            for (int j = 0; j < message.extensionRanges().size(); j++) {
                ExtensionRange range = message.extensionRanges().get(j);
                range.setOptions(options(range, proto.extensionRanges().get(j).options()));
            }
            messages(message.messages(), proto.messages());
            enums(message.enums(), proto.enums());
        }
    }

    private void fields(List<Field> fields, List<FieldProto> protos) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            field.setOptions(options(field, protos.get(i).options()));
        }
    }

    private void enums(List<EnumType> enums, List<EnumProto> protos) {
        for (int i = 0; i < enums.size(); i++) {
            EnumType enumType = enums.get(i);
            EnumProto proto = protos.get(i);
            enumType.setOptions(options(enumType, proto.options()));
            for (int j = 0; j < enumType.values().size(); j++) {
                EnumValue value = enumType.values().get(j);
                value.setOptions(options(value, proto.values().get(j).options()));
            }
        }
    }

    private void service(Service service, ServiceProto proto) {
        service.setOptions(options(service, proto.options()));
        for (int i = 0; i < service.rpcs().size(); i++) {
            Rpc rpc = service.rpcs().get(i);
            rpc.setOptions(options(rpc, proto.methods().get(i).options()));
        }
    }

    private Options options(Element owner, @Nullable OptionsProto written) {
        if (written == null) {
            return Options.NONE;
        }
        if (custom) {
            return written.uninterpreted().isEmpty()
                    ? owner.options()
                    : interpreter.custom(owner, written, owner.options());
        }
        return interpreter.standard(owner, written);
    }
}
