package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.fail;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Schemas that tests read, and the same ones as protobuf-java sees them. */
final class Schemas {
    private Schemas() {}

    static Path root() {
        return Path.of(System.getProperty("sluice.root"));
    }

    /** The contract's schemas. */
    static SchemaSet contract() {
        return read(root().resolve("schemas"));
    }

    /** A schema with every shape. */
    static SchemaSet shapes() {
        return read(root().resolve("codegen/generator/src/test/resources/shapes"));
    }

    static SchemaSet read(Path folder) {
        try {
            return set(SchemaReader.withImports(List.of()).read(folder));
        } catch (IOException e) {
            return fail(e);
        }
    }

    /** One file's text as a set. */
    static SchemaSet of(Path folder, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("test.proto"), text);
        } catch (IOException e) {
            return fail(e);
        }
        return read(folder);
    }

    private static SchemaSet set(ReadResult result) {
        if (result instanceof ReadResult.Read read) {
            return read.set();
        }
        return fail("the schemas do not read: " + result);
    }

    /** The files by path, as protobuf-java's descriptors. */
    static Map<String, FileDescriptor> descriptors(SchemaSet set) {
        Map<String, FileDescriptor> built = new HashMap<>();
        for (SchemaFile file : set.files()) {
            try {
                FileDescriptorProto proto = FileDescriptorProto.parseFrom(
                        DescriptorSetWriter.encode(file, new DescriptorContent(false, true)));
                FileDescriptor[] imports =
                        proto.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
                built.put(file.filePath(), FileDescriptor.buildFrom(proto, imports));
            } catch (IOException | Descriptors.DescriptorValidationException e) {
                throw new UnloadableException(e);
            }
        }
        return built;
    }
}
