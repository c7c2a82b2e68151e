package dev.sluice.schema.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Linked schema files that are complete: everything they import is in the set. Immutable. */
public final class SchemaSet {
    private final List<SchemaFile> files;
    private final Symbols symbols;
    private final Map<String, SchemaFile> byPath;
    private volatile @Nullable Map<MessageType, Map<Integer, Field>> extensions;

    SchemaSet(List<SchemaFile> files, Symbols symbols) {
        this.files = List.copyOf(files);
        this.symbols = symbols;
        this.byPath = new HashMap<>(files.size() * 2);
        for (SchemaFile file : files) {
            byPath.put(file.filePath(), file);
            file.setSet(this);
        }
    }

    /** The full names that files of the set refer to each other by. */
    public Symbols symbols() {
        return symbols;
    }

    /** All files, each after the files it imports. */
    public List<SchemaFile> files() {
        return files;
    }

    /** The files that were asked for, without those that are there only because they are imported. */
    public List<SchemaFile> requestedFiles() {
        List<SchemaFile> requested = new ArrayList<>(files.size());
        for (SchemaFile file : files) {
            if (file.isRequested()) {
                requested.add(file);
            }
        }
        return requested;
    }

    /** The file at this path. */
    public Optional<SchemaFile> file(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The message with this full name, without a leading dot. */
    public Optional<MessageType> message(String fullName) {
        return symbols.find(fullName) instanceof MessageType message ? Optional.of(message) : Optional.empty();
    }

    /** The enum with this full name, without a leading dot. */
    public Optional<EnumType> enumType(String fullName) {
        return symbols.find(fullName) instanceof EnumType enumType ? Optional.of(enumType) : Optional.empty();
    }

    /** The service with this full name, without a leading dot. */
    public Optional<Service> service(String fullName) {
        return symbols.find(fullName) instanceof Service service ? Optional.of(service) : Optional.empty();
    }

    /** The extension with this full name, without a leading dot. */
    public Optional<Field> extension(String fullName) {
        return symbols.findMember(fullName) instanceof Field field && field.isExtension()
                ? Optional.of(field)
                : Optional.empty();
    }

    /** The extension of a message with this number. */
    public Optional<Field> extension(MessageType extendee, int number) {
        Map<Integer, Field> ofMessage = extensionsByMessage().get(extendee);
        return ofMessage == null ? Optional.empty() : Optional.ofNullable(ofMessage.get(number));
    }

    /** The extensions of a message, in no particular order. */
    public Collection<Field> extensions(MessageType extendee) {
        Map<Integer, Field> ofMessage = extensionsByMessage().get(extendee);
        return ofMessage == null ? List.of() : ofMessage.values();
    }

    private Map<MessageType, Map<Integer, Field>> extensionsByMessage() {
        Map<MessageType, Map<Integer, Field>> known = extensions;
        if (known == null) {
            known = new HashMap<>();
            for (SchemaFile file : files) {
                addExtensions(file.extensions(), known);
                addNestedExtensions(file.messages(), known);
            }
            extensions = known;
        }
        return known;
    }

    private static void addNestedExtensions(List<MessageType> messages, Map<MessageType, Map<Integer, Field>> known) {
        for (MessageType message : messages) {
            addExtensions(message.extensions(), known);
            addNestedExtensions(message.messages(), known);
        }
    }

    private static void addExtensions(List<Field> extensions, Map<MessageType, Map<Integer, Field>> known) {
        for (Field extension : extensions) {
            known.computeIfAbsent(extension.containingMessage(), message -> new HashMap<>())
                    .put(extension.number(), extension);
        }
    }
}
