package dev.sluice.schema.descriptor;

/** The label of a field (descriptor.proto, FieldDescriptorProto.Label); a field without one is optional. */
public enum FieldLabel {
    OPTIONAL(1),
    REQUIRED(2),
    REPEATED(3);

    private final int number;

    FieldLabel(int number) {
        this.number = number;
    }

    /** The number of this label in descriptor.proto. */
    public int number() {
        return number;
    }
}
