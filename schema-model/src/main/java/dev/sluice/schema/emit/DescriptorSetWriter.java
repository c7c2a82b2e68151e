package dev.sluice.schema.emit;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.option.RetainedOptions;
import dev.sluice.schema.wire.WireWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes files as a FileDescriptorSet, each as protoc writes it (descriptor.proto, FileDescriptorSet). */
public final class DescriptorSetWriter {
    private static final int FILE = 1;
    private static final int SOURCE_CODE_INFO = 9;

    private DescriptorSetWriter() {}

    /**
     * Writes a descriptor set.
     *
     * @param files the files in the order in which to write them, imports before importers
     * @param content what goes into the descriptors
     * @throws IOException if {@code out} throws it
     */
    public static void write(List<SchemaFile> files, DescriptorContent content, OutputStream out) throws IOException {
        for (SchemaFile file : files) {
            WireWriter entry = new WireWriter();
            entry.bytes(FILE, encode(file, content));
            out.write(entry.toByteArray());
        }
    }

    /** One file as a FileDescriptorProto in wire form. */
    public static byte[] encode(SchemaFile file, DescriptorContent content) {
        RetainedOptions retained = content.sourceRetentionOptions() ? null : new RetainedOptions(file.set());
        FileEncoder encoder = new FileEncoder(retained);
        WireWriter descriptor = encoder.encode(file);
        if (content.sourceInfo()) {
            SourceInfo info = file.sourceInfo().orElse(new SourceInfo(List.of()));
            SourceInfo kept = retained == null ? info : retained.of(file, info);
            descriptor.message(SOURCE_CODE_INFO, SourceInfoEncoder.encode(kept));
        }
        encoder.encodeTail(file, descriptor);
        return descriptor.toByteArray();
    }
}
