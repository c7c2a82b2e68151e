package dev.sluice.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A oneof of a message. */
public final class Oneof implements Element {
    private final MessageType message;
    private final int index;
    private final String name;
    private List<Field> fields = List.of();
    private Options options = Options.NONE;
    private @Nullable Features features;

    Oneof(MessageType message, int index, String name) {
        this.message = message;
        this.index = index;
        this.name = name;
    }

    void setFields(List<Field> fields) {
        this.fields = fields;
    }

    void setOptions(Options options) {
        this.options = options;
    }

    /** The message this oneof belongs to. */
    public MessageType message() {
        return message;
    }

    /** Its members, in order of appearance. */
    public List<Field> fields() {
        return fields;
    }

    /** Whether it only stands for the presence of one proto3 {@code optional} field. */
    public boolean isSynthetic() {
        return fields.size() == 1 && fields.get(0).isProto3Optional();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fullName() {
        return message.fullName() + "." + name;
    }

    @Override
    public SchemaFile file() {
        return message.file();
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Features features() {
        Features resolved = features;
        if (resolved == null) {
            resolved = message.features().merge(options, FeatureField.ONEOF);
            features = resolved;
        }
        return resolved;
    }

    @Override
    public int[] path() {
        return Paths.append(message.path(), 8, index);
    }

    @Override
    public String toString() {
        return fullName();
    }
}
