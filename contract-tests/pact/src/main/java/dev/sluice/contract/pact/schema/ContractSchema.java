package dev.sluice.contract.pact.schema;

import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.sluice.runtime.Message;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schemas that a contract is derived from and checked against. Immutable. */
public final class ContractSchema {
    private static final DescriptorContent CONTENT = new DescriptorContent(false, false);
    private static final Set<String> PROTOBUFS_OWN = Set.of("google.protobuf", "buf.validate");

    private final Map<String, Descriptor> messages = new LinkedHashMap<>();
    private final Map<String, MethodDescriptor> methods = new LinkedHashMap<>();
    private final Map<String, Descriptor> bindings = new LinkedHashMap<>();

    private ContractSchema(List<FileDescriptor> files, Map<String, String> javaPackages) {
        for (FileDescriptor file : files) {
            file.getMessageTypes().forEach(this::add);
            for (ServiceDescriptor service : file.getServices()) {
                for (MethodDescriptor method : service.getMethods()) {
                    methods.put(service.getFullName() + "/" + method.getName(), method);
                }
            }
        }
        bindings.putAll(BindingNames.of(files, javaPackages));
    }

    private void add(Descriptor message) {
        messages.put(message.getFullName(), message);
        message.getNestedTypes().stream()
                .filter(nested -> !nested.getOptions().getMapEntry())
                .forEach(this::add);
    }

    /**
     * Reads a folder of {@code .proto} files, or a file that holds a FileDescriptorSet.
     *
     * @throws UncheckedIOException if it is not there or cannot be read
     * @throws SchemaProblemsException if the schemas have problems; it names them all
     */
    public static ContractSchema read(Path folderOrSet) {
        try {
            return of(
                    folderOrSet.toString(), SchemaReader.withImports(List.of()).read(folderOrSet));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read schemas from " + folderOrSet, unreadable);
        }
    }

    /**
     * Reads a FileDescriptorSet, such as a resource on the class path.
     *
     * @param name what to call it in problems
     * @throws SchemaProblemsException if it has problems; it names them all
     */
    public static ContractSchema readDescriptorSet(String name, byte[] set) {
        return of(name, SchemaReader.withImports(List.of()).readDescriptorSet(name, set));
    }

    private static ContractSchema of(String name, ReadResult result) {
        if (result instanceof ReadResult.Failed failed) {
            throw new SchemaProblemsException(
                    "schemas in " + name + " have problems",
                    failed.problems().stream().map(Problem::toString).toList());
        }
        List<FileDescriptorProto> files = protos(((ReadResult.Read) result).set());
        return new ContractSchema(descriptors(files), javaPackages(files));
    }

    private static List<FileDescriptorProto> protos(SchemaSet set) {
        ExtensionRegistry options = ExtensionRegistry.newInstance();
        ValidateProto.registerAllExtensions(options);
        List<FileDescriptorProto> protos = new ArrayList<>();
        try {
            for (SchemaFile file : set.files()) {
                protos.add(FileDescriptorProto.parseFrom(DescriptorSetWriter.encode(file, CONTENT), options));
            }
        } catch (InvalidProtocolBufferException encodedHere) {
            throw new IllegalStateException("a descriptor that was just written cannot be read", encodedHere);
        }
        return protos;
    }

    private static List<FileDescriptor> descriptors(List<FileDescriptorProto> protos) {
        Map<String, FileDescriptor> built = new LinkedHashMap<>();
        try {
            for (FileDescriptorProto proto : protos) {
                FileDescriptor[] imports =
                        proto.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
                built.put(proto.getName(), FileDescriptor.buildFrom(withoutClasses(proto), imports));
            }
        } catch (DescriptorValidationException linkedOtherwise) {
            throw new IllegalStateException("a linked schema is refused by protobuf-java", linkedOtherwise);
        }
        return new ArrayList<>(built.values());
    }

    /**
     * The file with a Java package that no class is in. CEL looks for protobuf-java's classes under the names that the options give,
     * and takes other bindings of those names for them.
     */
    private static FileDescriptorProto withoutClasses(FileDescriptorProto proto) {
        if (PROTOBUFS_OWN.contains(proto.getPackage())) {
            return proto;
        }
        FileDescriptorProto.Builder file = proto.toBuilder();
        file.getOptionsBuilder().setJavaPackage("dynamic." + proto.getPackage());
        return file.build();
    }

    private static Map<String, String> javaPackages(List<FileDescriptorProto> protos) {
        Map<String, String> packages = new LinkedHashMap<>();
        for (FileDescriptorProto proto : protos) {
            packages.put(
                    proto.getName(),
                    proto.getOptions().hasJavaPackage() ? proto.getOptions().getJavaPackage() : proto.getPackage());
        }
        return packages;
    }

    /**
     * The message of this full name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MessageSchema message(String fullName) {
        return find(fullName)
                .orElseThrow(() -> new IllegalArgumentException("the schema has no message \"" + fullName + "\""));
    }

    /** The message of this full name, if there is one. */
    public Optional<MessageSchema> find(String fullName) {
        return Optional.ofNullable(messages.get(fullName)).map(MessageSchema::new);
    }

    /**
     * The message that a generated binding was made from.
     *
     * @throws IllegalArgumentException if it was made from none of these schemas
     */
    public MessageSchema message(Class<? extends Message> binding) {
        Descriptor message = bindings.get(binding.getName());
        if (message == null) {
            throw new IllegalArgumentException("the schema has no message for the binding " + binding.getName());
        }
        return new MessageSchema(message);
    }

    /**
     * A method by its gRPC path without the leading slash, such as {@code shop.v1.Orders/Place}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MethodDescriptor method(String path) {
        MethodDescriptor method = methods.get(path);
        if (method == null) {
            throw new IllegalArgumentException("the schema has no method \"" + path + "\"");
        }
        return method;
    }

    /** Whether there is a method of this gRPC path without the leading slash. */
    public boolean hasMethod(String path) {
        return methods.containsKey(path);
    }

    /** The full names of all messages, those of imported files included. */
    public Collection<String> messageNames() {
        return Collections.unmodifiableSet(messages.keySet());
    }
}
