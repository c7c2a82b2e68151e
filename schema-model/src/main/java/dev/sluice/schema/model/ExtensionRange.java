package dev.sluice.schema.model;

import org.jspecify.annotations.Nullable;

/** A range of field numbers that a message leaves to extensions. */
public final class ExtensionRange implements Element {
    private final MessageType message;
    private final int index;
    private final int start;
    private final int end;
    private Options options = Options.NONE;
    private @Nullable Features features;

    ExtensionRange(MessageType message, int index, int start, int end) {
        this.message = message;
        this.index = index;
        this.start = start;
        this.end = end;
    }

    void setOptions(Options options) {
        this.options = options;
    }

    /** The extendable message. */
    public MessageType message() {
        return message;
    }

    /** First number, inclusive. */
    public int start() {
        return start;
    }

    /** Last number, exclusive. */
    public int end() {
        return end;
    }

    @Override
    public String name() {
        return start + " to " + (end - 1);
    }

    @Override
    public String fullName() {
        return message.fullName();
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
            resolved = message.features().merge(options, FeatureField.EXTENSION_RANGE);
            features = resolved;
        }
        return resolved;
    }

    @Override
    public int[] path() {
        return Paths.append(message.path(), 5, index);
    }
}
