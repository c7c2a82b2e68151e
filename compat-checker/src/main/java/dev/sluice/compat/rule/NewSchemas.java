package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The new schemas without those that are only imported, and what their packages have in them. */
public final class NewSchemas {
    private final SchemaSet set;
    private @Nullable Contents contents;

    /** What the packages have in them: each set holds the packages with at least one such element. */
    private record Contents(
            Set<String> packages, Set<String> withMessages, Set<String> withEnums, Set<String> withExtensions) {
        static Contents of(SchemaSet set) {
            Contents contents = new Contents(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (SchemaFile file : set.files()) {
                if (file.isRequested()) {
                    contents.packages.add(file.packageName());
                    contents.add(file);
                }
            }
            return contents;
        }

        private void add(SchemaFile file) {
            String packageName = file.packageName();
            addIf(!file.messages().isEmpty(), withMessages, packageName);
            addIf(!file.enums().isEmpty(), withEnums, packageName);
            addIf(!file.extensions().isEmpty(), withExtensions, packageName);
            for (MessageType message : file.messages()) {
                addNested(message, packageName);
            }
        }

        private void addNested(MessageType message, String packageName) {
            addIf(!message.enums().isEmpty(), withEnums, packageName);
            addIf(!message.extensions().isEmpty(), withExtensions, packageName);
            for (MessageType nested : message.messages()) {
                addNested(nested, packageName);
            }
        }

        private static void addIf(boolean present, Set<String> packages, String packageName) {
            if (present) {
                packages.add(packageName);
            }
        }
    }

    /** The new schemas of a check. */
    public NewSchemas(SchemaSet set) {
        this.set = set;
    }

    private Contents contents() {
        Contents known = contents;
        if (known == null) {
            known = Contents.of(set);
            contents = known;
        }
        return known;
    }

    /** Whether a file is there, if only as an import. */
    boolean reads(String path) {
        return set.file(path).isPresent();
    }

    /** The file at this path. */
    public Optional<SchemaFile> file(String path) {
        return requested(set.file(path));
    }

    /** The message with this full name. */
    public Optional<MessageType> message(String fullName) {
        return requested(set.message(fullName));
    }

    /** The enum with this full name. */
    public Optional<EnumType> enumType(String fullName) {
        return requested(set.enumType(fullName));
    }

    /** The service with this full name. */
    public Optional<Service> service(String fullName) {
        return requested(set.service(fullName));
    }

    /** The extension with this full name. */
    public Optional<Field> extension(String fullName) {
        return requested(set.extension(fullName));
    }

    /** The extension of the message with this full name that has this number. */
    public Optional<Field> extension(String extendee, int number) {
        Optional<MessageType> extended = set.message(extendee);
        return extended.isEmpty() ? Optional.empty() : requested(set.extension(extended.get(), number));
    }

    boolean hasPackage(String packageName) {
        return contents().packages.contains(packageName);
    }

    /** Whether the package has an element of the same kind, message or enum, as this one. */
    boolean hasTypesLike(NamedType type) {
        Set<String> packages = type instanceof EnumType ? contents().withEnums : contents().withMessages;
        return packages.contains(type.file().packageName());
    }

    boolean hasExtensions(String packageName) {
        return contents().withExtensions.contains(packageName);
    }

    private static <E extends Element> Optional<E> requested(Optional<E> element) {
        return element.isPresent() && element.get().file().isRequested() ? element : Optional.empty();
    }
}
