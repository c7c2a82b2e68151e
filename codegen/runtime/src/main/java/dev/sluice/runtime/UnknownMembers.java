package dev.sluice.runtime;

/** What becomes of JSON members, and of enum names, that the schema does not declare. */
public enum UnknownMembers {
    /** The text is refused (protobuf.dev, ProtoJSON Format, the default). */
    REFUSE,
    /** They are read over and lost; they still have to be well-formed. */
    IGNORE
}
