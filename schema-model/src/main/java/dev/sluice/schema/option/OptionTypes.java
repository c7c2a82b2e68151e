package dev.sluice.schema.option;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Symbols;
import org.jspecify.annotations.Nullable;

/** The options messages that a set is interpreted with: its own {@code descriptor.proto}'s, else the built-in ones. */
public final class OptionTypes {
    private static final OptionsKind[] KINDS = OptionsKind.values();

    private final @Nullable MessageType[] own = new MessageType[KINDS.length];
    private final boolean builtIn;

    OptionTypes(Symbols symbols) {
        for (OptionsKind kind : KINDS) {
            own[kind.ordinal()] = symbols.find(kind.messageName()) instanceof MessageType type ? type : null;
        }
        MessageType ofFile = own[OptionsKind.FILE.ordinal()];
        builtIn = ofFile == null || OutlinedDescriptor.has(ofFile);
    }

    /** The options messages of a linked set. */
    public OptionTypes(SchemaSet set) {
        this(set.symbols());
    }

    /** Whether the set has no options messages of its own, or only the outline of the built-in ones. */
    public boolean areBuiltIn() {
        return builtIn;
    }

    /** The options message of a kind of element. */
    public MessageType of(OptionsKind kind) {
        MessageType type = own[kind.ordinal()];
        return type != null
                ? type
                : BuiltInDescriptor.set().message(kind.messageName()).orElseThrow();
    }
}
