package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.Visibility;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What messages and enums have in common. */
abstract class TypeDeclaration {
    private final SchemaFile file;
    private final @Nullable MessageType parent;
    private final int index;
    private final String name;
    private final String fullName;
    private final List<NumberRange> reservedRanges;
    private final List<String> reservedNames;
    private final Visibility visibility;
    private Options options = Options.NONE;
    private @Nullable Features features;

    TypeDeclaration(
            SchemaFile file,
            @Nullable MessageType parent,
            int index,
            String name,
            String fullName,
            List<NumberRange> reservedRanges,
            List<String> reservedNames,
            Visibility visibility) {
        this.file = file;
        this.parent = parent;
        this.index = index;
        this.name = name;
        this.fullName = fullName;
        this.reservedRanges = reservedRanges;
        this.reservedNames = reservedNames;
        this.visibility = visibility;
    }

    final void setOptions(Options options) {
        this.options = options;
    }

    /** The number of the options' field that holds features of this kind of type. */
    abstract int featureField();

    /** The number of the field that holds such types, in a DescriptorProto or else in a FileDescriptorProto. */
    abstract int pathIn(boolean message);

    public final String name() {
        return name;
    }

    public final String fullName() {
        return fullName;
    }

    public final SchemaFile file() {
        return file;
    }

    public final Optional<MessageType> parent() {
        return Optional.ofNullable(parent);
    }

    public final int index() {
        return index;
    }

    public final Visibility visibility() {
        return visibility;
    }

    public final Options options() {
        return options;
    }

    /** Reserved numbers: of a message the end is exclusive, of an enum inclusive (descriptor.proto). */
    public final List<NumberRange> reservedRanges() {
        return reservedRanges;
    }

    /** Reserved names of fields or values. */
    public final List<String> reservedNames() {
        return reservedNames;
    }

    public final Features features() {
        Features resolved = features;
        if (resolved == null) {
            Features outer = parent != null ? parent.features() : file.features();
            resolved = outer.merge(options, featureField());
            features = resolved;
        }
        return resolved;
    }

    public final int[] path() {
        return parent == null ? new int[] {pathIn(false), index} : Paths.append(parent.path(), pathIn(true), index);
    }

    @Override
    public final String toString() {
        return fullName;
    }
}
