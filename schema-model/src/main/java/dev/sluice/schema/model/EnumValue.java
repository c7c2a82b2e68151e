package dev.sluice.schema.model;

import org.jspecify.annotations.Nullable;

/** A value of an enum. */
public final class EnumValue implements Element {
    private final EnumType type;
    private final int index;
    private final String name;
    private final int number;
    private Options options = Options.NONE;
    private @Nullable Features features;

    EnumValue(EnumType type, int index, String name, int number) {
        this.type = type;
        this.index = index;
        this.name = name;
        this.number = number;
    }

    void setOptions(Options options) {
        this.options = options;
    }

    /** The enum it belongs to. */
    public EnumType type() {
        return type;
    }

    /** Its position among the enum's values, from 0. */
    public int index() {
        return index;
    }

    /** Its number. */
    public int number() {
        return number;
    }

    @Override
    public String name() {
        return name;
    }

    /** The name in the scope of the enum itself: enum values are siblings of their enum (protobuf.dev, Enum Behavior). */
    @Override
    public String fullName() {
        String typeName = type.fullName();
        int dot = typeName.lastIndexOf('.');
        return dot < 0 ? name : typeName.substring(0, dot + 1) + name;
    }

    @Override
    public SchemaFile file() {
        return type.file();
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Features features() {
        Features resolved = features;
        if (resolved == null) {
            resolved = type.features().merge(options, FeatureField.ENUM_VALUE);
            features = resolved;
        }
        return resolved;
    }

    @Override
    public int[] path() {
        return Paths.append(type.path(), 2, index);
    }

    @Override
    public String toString() {
        return fullName();
    }
}
