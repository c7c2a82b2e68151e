package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.Optional;
import java.util.function.Supplier;

/** The new schemas without those that are only imported, and what their packages have in them. */
public final class NewSchemas {
    private final SchemaSet set;
    private final PackageContents contents;
    private final Supplier<PackageContents> rest;

    /** The new schemas of a check. */
    public NewSchemas(SchemaSet set) {
        this(set, PackageContents::none);
    }

    /**
     * The new schemas of a check, some of which have been left out.
     *
     * @param rest what the packages of those have in them; asked for where the others do not tell, and at most once for
     *     each question
     */
    public NewSchemas(SchemaSet set, Supplier<PackageContents> rest) {
        this.set = set;
        this.contents = PackageContents.of(set);
        this.rest = rest;
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
        return contents.packages().contains(packageName)
                || rest.get().packages().contains(packageName);
    }

    /** Whether the package has an element of the same kind, message or enum, as this one. */
    boolean hasTypesLike(NamedType type) {
        String packageName = type.file().packageName();
        return type instanceof EnumType
                ? contents.withEnums().contains(packageName)
                        || rest.get().withEnums().contains(packageName)
                : contents.withMessages().contains(packageName)
                        || rest.get().withMessages().contains(packageName);
    }

    boolean hasExtensions(String packageName) {
        return contents.withExtensions().contains(packageName)
                || rest.get().withExtensions().contains(packageName);
    }

    private static <E extends Element> Optional<E> requested(Optional<E> element) {
        return element.isPresent() && element.get().file().isRequested() ? element : Optional.empty();
    }
}
