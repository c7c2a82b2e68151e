package dev.sluice.schema.descriptor;

/** The declared visibility of a message or enum (descriptor.proto, SymbolVisibility; edition 2024). */
public enum Visibility {
    UNSET,
    LOCAL,
    EXPORT
}
