package dev.sluice.interop.protobuf;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.MessageType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas that bindings were generated from, as protobuf-java sees them: for code that takes any message, and where
 * protobuf-java has no generated class. {@code sluice build} writes such a set, and the Maven goal {@code descriptor}
 * attaches it to a release. Immutable, safe for several threads.
 */
public final class ProtoDescriptors {
    private final Map<String, Descriptor> types = new HashMap<>();
    private final ExtensionRegistry extensions = ExtensionRegistry.newInstance();

    private ProtoDescriptors(Iterable<FileDescriptor> files) {
        for (FileDescriptor file : files) {
            file.getMessageTypes().forEach(this::add);
            file.getExtensions().forEach(this::add);
        }
    }

    private void add(Descriptor type) {
        types.put(type.getFullName(), type);
        type.getNestedTypes().forEach(this::add);
        type.getExtensions().forEach(this::add);
    }

    private void add(FieldDescriptor extension) {
        if (extension.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            extensions.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
        } else {
            extensions.add(extension);
        }
    }

    /**
     * Reads a FileDescriptorSet in wire form.
     *
     * @throws IllegalArgumentException if it is none, a file comes before one that it imports or lacks it, or its
     *     descriptors contradict each other
     */
    public static ProtoDescriptors read(byte[] fileDescriptorSet) {
        try {
            return of(FileDescriptorSet.parseFrom(fileDescriptorSet));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a FileDescriptorSet: " + e.getMessage(), e);
        }
    }

    /**
     * Links the files of a set, each of which must come after those that it imports.
     *
     * @throws IllegalArgumentException if one does not, an import is not in the set, or its descriptors contradict each
     *     other
     */
    public static ProtoDescriptors of(FileDescriptorSet set) {
        Map<String, FileDescriptor> files = new LinkedHashMap<>();
        for (FileDescriptorProto file : set.getFileList()) {
            files.put(file.getName(), link(file, files));
        }
        return new ProtoDescriptors(files.values());
    }

    private static FileDescriptor link(FileDescriptorProto file, Map<String, FileDescriptor> before) {
        FileDescriptor[] imports = new FileDescriptor[file.getDependencyCount()];
        for (int i = 0; i < imports.length; i++) {
            FileDescriptor imported = before.get(file.getDependency(i));
            if (imported == null) {
                throw new IllegalArgumentException(file.getName() + " imports " + file.getDependency(i)
                        + ", which is not before it in the set; write the set with imports, in order");
            }
            imports[i] = imported;
        }
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The full names of all messages, nested ones and the entries of maps included, in no order. */
    public List<String> names() {
        return List.copyOf(types.keySet());
    }

    /**
     * The descriptor of a type of generated bindings.
     *
     * @throws IllegalArgumentException if the set has no such message
     */
    public Descriptor of(MessageType<?> type) {
        Descriptor descriptor = types.get(type.fullName());
        if (descriptor == null) {
            throw new IllegalArgumentException("the descriptor set has no message " + type.fullName());
        }
        return descriptor;
    }

    /**
     * The extensions that the set has of a type, by number.
     *
     * @throws IllegalArgumentException if the set has no such message
     */
    public List<FieldDescriptor> extensionsOf(MessageType<?> type) {
        return extensions.getAllImmutableExtensionsByExtendedType(of(type).getFullName()).stream()
                .map(extension -> extension.descriptor)
                .sorted(Comparator.comparingInt(FieldDescriptor::getNumber))
                .toList();
    }

    /**
     * A converter to and from {@code DynamicMessage} that knows the extensions of the set.
     *
     * @throws IllegalArgumentException if the set has no such message
     */
    public <M extends Message> ProtoConverter<M, DynamicMessage> converter(MessageType<M> type) {
        return ProtoConverter.of(type, DynamicMessage.getDefaultInstance(of(type)))
                .with(extensions);
    }

    /**
     * Any message of generated bindings in protobuf-java.
     *
     * @throws IllegalArgumentException if the set has no such message, or has it with another schema for which this one is
     *     malformed
     */
    @SuppressWarnings("unchecked")
    public DynamicMessage toProto(Message message) {
        return converter((MessageType<Message>) message.schemaType()).toProto(message);
    }
}
