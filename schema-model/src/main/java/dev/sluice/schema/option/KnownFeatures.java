package dev.sluice.schema.option;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Symbols;
import org.jspecify.annotations.Nullable;

/** The language features that protoc has compiled in and so merges; it keeps others as the statements set them. */
record KnownFeatures(Symbols symbols) implements CanonicalForm.Extensions {
    private static final int CPP = 1000;
    private static final int JAVA = 1001;
    private static final int CSHARP = 1004;

    @Override
    public @Nullable Field find(MessageType extendee, int number) {
        String name = switch (number) {
            case CPP -> "pb.cpp";
            case JAVA -> "pb.java";
            case CSHARP -> "pb.csharp";
            default -> "";
        };
        return symbols.findMember(name) instanceof Field field
                        && field.isExtension()
                        && field.number() == number
                        && field.containingMessage() == extendee
                ? field
                : null;
    }
}
