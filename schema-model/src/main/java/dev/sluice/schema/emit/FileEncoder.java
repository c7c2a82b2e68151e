package dev.sluice.schema.emit;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Import;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import dev.sluice.schema.option.RetainedOptions;
import dev.sluice.schema.wire.WireWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a FileDescriptorProto, fields in the order of their numbers. */
final class FileEncoder {
    private final OptionsEncoder options;
    private final TypeEncoder types;

    /** @param retained what leaves out options for the source only, or null where all are written */
    FileEncoder(@Nullable RetainedOptions retained) {
        this.options = new OptionsEncoder(retained);
        this.types = new TypeEncoder(options);
    }

    /** Writes everything whose field number is below that of source_code_info. */
    WireWriter encode(SchemaFile file) {
        WireWriter writer = new WireWriter();
        writer.string(1, file.filePath());
        if (file.hasPackage()) {
            writer.string(2, file.packageName());
        }
        for (Import imported : file.imports()) {
            if (imported.kind() != Import.Kind.OPTION) {
                writer.string(3, imported.file().filePath());
            }
        }
        for (MessageType message : file.messages()) {
            writer.message(4, types.message(message));
        }
        for (EnumType enumType : file.enums()) {
            writer.message(5, types.enumType(enumType));
        }
        for (Service service : file.services()) {
            writer.message(6, service(service));
        }
        for (Field extension : file.extensions()) {
            writer.message(7, types.field(extension));
        }
        options.encode(8, file, writer);
        return writer;
    }

    /** Writes everything whose field number is above that of source_code_info. */
    void encodeTail(SchemaFile file, WireWriter writer) {
        encodeIndices(10, file.imports(), Import.Kind.PUBLIC, writer);
        encodeIndices(11, file.imports(), Import.Kind.WEAK, writer);
        Edition edition = file.edition();
        if (edition == Edition.PROTO3) {
            writer.string(12, "proto3");
        } else if (edition.isEdition()) {
            writer.string(12, "editions");
            writer.varint(14, edition.number());
        }
        for (Import imported : file.imports()) {
            if (imported.kind() == Import.Kind.OPTION) {
                writer.string(15, imported.file().filePath());
            }
        }
    }

    private static void encodeIndices(int number, List<Import> imports, Import.Kind kind, WireWriter writer) {
        for (int i = 0; i < imports.size(); i++) {
            if (imports.get(i).kind() == kind) {
                writer.varint(number, i);
            }
        }
    }

    private WireWriter service(Service service) {
        WireWriter writer = new WireWriter();
        writer.string(1, service.name());
        for (Rpc rpc : service.rpcs()) {
            writer.message(2, rpc(rpc));
        }
        options.encode(3, service, writer);
        return writer;
    }

    private WireWriter rpc(Rpc rpc) {
        WireWriter writer = new WireWriter();
        writer.string(1, rpc.name());
        writer.string(2, "." + rpc.request().fullName());
        writer.string(3, "." + rpc.response().fullName());
        options.encode(4, rpc, writer);
        if (rpc.isClientStreaming()) {
            writer.bool(5, true);
        }
        if (rpc.isServerStreaming()) {
            writer.bool(6, true);
        }
        return writer;
    }
}
