package dev.sluice.codegen;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every top-level message of a set's requested files but protobuf's own, generated and as protobuf-java sees it. */
record Bindings(List<Bound> messages) {

    /** One message on both sides. */
    record Bound(Descriptor descriptor, Binding binding) {
        @Override
        public String toString() {
            return descriptor.getFullName();
        }
    }

    static Bindings of(SchemaSet set) {
        return of(set, GeneratorOptions.DEFAULTS);
    }

    /** The messages of the requested files, but for protobuf's own, whose classes are in the runtime. */
    static Bindings of(SchemaSet set, GeneratorOptions options) {
        Map<String, FileDescriptor> descriptors = Schemas.descriptors(set);
        List<GeneratedFile> files = Generator.generate(set, options);
        if (files.isEmpty()) {
            return new Bindings(List.of());
        }
        Compiled compiled = Compiled.of(files);
        List<Bound> messages = new ArrayList<>();
        for (SchemaFile file : set.requestedFiles()) {
            if (file.packageName().equals("google.protobuf")) {
                continue;
            }
            FileDescriptor descriptor = Objects.requireNonNull(descriptors.get(file.filePath()));
            for (MessageType message : file.messages()) {
                messages.add(new Bound(
                        descriptor.findMessageTypeByName(message.name()),
                        Binding.load(compiled, compiled.nameOf(message.fullName()))));
            }
        }
        return new Bindings(messages);
    }

    Bound message(String fullName) {
        return messages.stream()
                .filter(bound -> bound.descriptor().getFullName().equals(fullName))
                .findFirst()
                .orElseThrow();
    }
}
