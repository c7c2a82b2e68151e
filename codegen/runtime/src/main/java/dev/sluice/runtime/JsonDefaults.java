package dev.sluice.runtime;

/** What becomes in JSON of a field that has no presence and holds its default value, an empty list or an empty map. */
public enum JsonDefaults {
    /** It is left out (protobuf.dev, ProtoJSON Format, the default). */
    OMIT,
    /** It is written. */
    WRITE
}
