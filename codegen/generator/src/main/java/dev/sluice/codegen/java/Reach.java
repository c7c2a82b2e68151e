package dev.sluice.codegen.java;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which top-level types are generated: those of the requested files, what they use of protobuf's own that the runtime does
 * not bring, and on request all that they use.
 */
final class Reach {
    private final Set<NamedType> types = new TreeSet<>(Reach::byFileAndName);
    private final Deque<NamedType> open = new ArrayDeque<>();
    private final Set<SchemaFile> requested;
    private final boolean includeImports;

    private Reach(SchemaSet set, boolean includeImports) {
        this.requested = new HashSet<>(set.requestedFiles());
        this.includeImports = includeImports;
    }

    private static int byFileAndName(NamedType one, NamedType other) {
        int byFile = one.file().filePath().compareTo(other.file().filePath());
        return byFile == 0 ? one.fullName().compareTo(other.fullName()) : byFile;
    }

    /** The types of the requested files, wherever their classes belong, file by file. */
    static Set<NamedType> ofRuntime(SchemaSet set) {
        Reach reach = new Reach(set, false);
        for (SchemaFile file : set.requestedFiles()) {
            reach.types.addAll(file.messages());
            reach.types.addAll(file.enums());
        }
        return reach.types;
    }

    /** The types without those that the runtime brings, file by file. */
    static Set<NamedType> of(SchemaSet set, boolean includeImports) {
        Reach reach = new Reach(set, includeImports);
        for (SchemaFile file : set.requestedFiles()) {
            file.messages().forEach(reach::add);
            file.enums().forEach(reach::add);
            file.extensions().forEach(reach::addExtension);
            for (Service service : file.services()) {
                service.rpcs().forEach(rpc -> {
                    reach.add(rpc.request());
                    reach.add(rpc.response());
                });
            }
        }
        while (!reach.open.isEmpty()) {
            if (reach.open.remove() instanceof MessageType message) {
                reach.addUsed(message);
            }
        }
        return reach.types;
    }

    private void add(NamedType type) {
        NamedType top = topLevel(type);
        if (isMeant(top.file()) && types.add(top)) {
            open.add(top);
        }
    }

    private boolean isMeant(SchemaFile file) {
        return !WellKnown.isInRuntime(file)
                && (includeImports || requested.contains(file) || WellKnown.isProtobuf(file));
    }

    private void addUsed(MessageType message) {
        for (Field field : message.fields()) {
            if (field.isMap()) {
                addUsed(field.message().orElseThrow());
            } else {
                field.typeReference().ifPresent(this::add);
            }
        }
        message.extensions().forEach(this::addExtension);
        message.messages().forEach(this::addUsed);
    }

    private void addExtension(Field extension) {
        if (!ExtensionEmitter.isOption(extension)) {
            add(extension.containingMessage());
            extension.typeReference().ifPresent(this::add);
        }
    }

    /** The top-level type that a type is nested in, or the type itself. */
    static NamedType topLevel(NamedType type) {
        NamedType top = type;
        while (top.parent().isPresent()) {
            top = top.parent().get();
        }
        return top;
    }

    /** Whether something in a service's description names a deprecated type. */
    static boolean usesDeprecated(Service service) {
        return service.rpcs().stream().anyMatch(rpc -> isDeprecated(rpc.request()) || isDeprecated(rpc.response()));
    }

    /** Whether a type or one around it, which its name tells too, is deprecated. */
    private static boolean isDeprecated(NamedType type) {
        return Javadocs.isDeprecated(type)
                || type.parent().filter(Reach::isDeprecated).isPresent();
    }

    /** Whether something in a message's class names a deprecated type of another class. */
    static boolean usesDeprecated(NamedType type) {
        if (type instanceof EnumType) {
            return false;
        }
        MessageType message = (MessageType) type;
        for (Field field : message.fields()) {
            Field value = field.isMap() ? field.message().orElseThrow().field(2).orElseThrow() : field;
            if (value.typeReference().filter(Reach::isDeprecated).isPresent()) {
                return true;
            }
        }
        return message.extensions().stream().anyMatch(Reach::extendsDeprecated)
                || message.messages().stream().anyMatch(Reach::usesDeprecated);
    }

    private static boolean extendsDeprecated(Field extension) {
        return isDeprecated(extension.containingMessage())
                || extension.typeReference().filter(Reach::isDeprecated).isPresent();
    }
}
