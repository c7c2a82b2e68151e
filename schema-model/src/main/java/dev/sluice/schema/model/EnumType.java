package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.Visibility;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A linked enum. */
public final class EnumType implements NamedType {
    private final SchemaFile file;
    private final @Nullable MessageType parent;
    private final int index;
    private final String name;
    private final String fullName;
    private final List<NumberRange> reservedRanges;
    private final List<String> reservedNames;
    private final Visibility visibility;
    private List<EnumValue> values = List.of();
    private Options options = Options.NONE;
    private @Nullable Features features;

    EnumType(
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

    void setValues(List<EnumValue> values) {
        this.values = values;
    }

    void setOptions(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fullName() {
        return fullName;
    }

    @Override
    public SchemaFile file() {
        return file;
    }

    @Override
    public Optional<MessageType> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public Visibility visibility() {
        return visibility;
    }

    /** Values in order of appearance, aliases included. */
    public List<EnumValue> values() {
        return values;
    }

    /** The first value with this number, if there is one. */
    public Optional<EnumValue> value(int number) {
        for (EnumValue value : values) {
            if (value.number() == number) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The value with this name, if there is one. */
    public Optional<EnumValue> value(String name) {
        for (EnumValue value : values) {
            if (value.name().equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Reserved numbers, both ends inclusive. */
    public List<NumberRange> reservedRanges() {
        return reservedRanges;
    }

    /** Reserved value names. */
    public List<String> reservedNames() {
        return reservedNames;
    }

    /** Whether unknown numbers are treated as unknown fields (proto2) rather than kept as values. */
    public boolean isClosed() {
        return features().enumOpenness() == Features.EnumOpenness.CLOSED;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Features features() {
        Features resolved = features;
        if (resolved == null) {
            Features outer = parent != null ? parent.features() : file.features();
            resolved = outer.merge(options, FeatureField.ENUM);
            features = resolved;
        }
        return resolved;
    }

    @Override
    public int[] path() {
        return parent == null ? new int[] {5, index} : Paths.append(parent.path(), 4, index);
    }

    @Override
    public String toString() {
        return fullName;
    }
}
