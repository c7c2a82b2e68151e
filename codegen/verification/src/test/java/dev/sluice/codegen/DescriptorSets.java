package dev.sluice.codegen;

import dev.sluice.interop.protobuf.ProtoDescriptors;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.model.SchemaSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Schemas as {@code sluice build} writes them. */
final class DescriptorSets {
    private DescriptorSets() {}

    static byte[] bytes(SchemaSet set) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DescriptorSetWriter.write(set.files(), new DescriptorContent(false, true), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ProtoDescriptors of(SchemaSet set) {
        return ProtoDescriptors.read(bytes(set));
    }
}
