package dev.sluice.schema.descriptor;

/** How the positions of a file's parts are counted. */
public enum SourceInfoForm {
    /** As protoc counts them: columns in bytes, with tabs to the next multiple of eight. */
    PROTOC,
    /**
     * As Buf counts them: columns as wide as a terminal shows the text, with tabs to the next multiple of four. A default
     * is where {@code default = value} is, and what is set inside the braces of an option's value has its own position. The
     * comment above a declaration ends on the line above.
     */
    SCREEN
}
