package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.Visibility;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A linked enum. */
public final class EnumType extends TypeDeclaration implements NamedType {
    private List<EnumValue> values = List.of();

    EnumType(
            SchemaFile file,
            @Nullable MessageType parent,
            int index,
            String name,
            String fullName,
            List<NumberRange> reservedRanges,
            List<String> reservedNames,
            Visibility visibility) {
        super(file, parent, index, name, fullName, reservedRanges, reservedNames, visibility);
    }

    void setValues(List<EnumValue> values) {
        this.values = values;
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

    /** Whether unknown numbers are treated as unknown fields (proto2) rather than kept as values. */
    public boolean isClosed() {
        return features().enumOpenness() == Features.EnumOpenness.CLOSED;
    }

    @Override
    int featureField() {
        return FeatureField.ENUM;
    }

    @Override
    int pathIn(boolean message) {
        return message ? 4 : 5;
    }
}
