package dev.sluice.schema.model;

/** An import of one file by another. */
public record Import(SchemaFile file, Kind kind) {

    /** How a file is imported. */
    public enum Kind {
        PLAIN,
        PUBLIC,
        WEAK,
        /** Only for the custom options the file defines (edition 2024). */
        OPTION
    }
}
