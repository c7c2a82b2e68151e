package dev.sluice.schema.model;

/** A named part of a schema file. */
public sealed interface Element permits SchemaFile, NamedType, Field, Oneof, ExtensionRange, EnumValue, Service, Rpc {

    /** The last part of the full name; for a file its path. */
    String name();

    /** The name with package and enclosing types, without a leading dot; for a file its path. */
    String fullName();

    /** The file this element is declared in. */
    SchemaFile file();

    /** The element's options; {@link Options#NONE} where it has none. */
    Options options();

    /** The features in force for this element (protobuf.dev, Feature Settings for Editions). */
    Features features();

    /**
     * The path from the FileDescriptorProto to this element: field numbers and indices, as SourceCodeInfo.Location.path
     * has them; empty for the file.
     */
    int[] path();
}
