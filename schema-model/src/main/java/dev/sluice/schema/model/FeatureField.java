package dev.sluice.schema.model;

/** The number of the {@code features} field in each kind of options message (descriptor.proto). */
final class FeatureField {
    static final int FILE = 50;
    static final int MESSAGE = 12;
    static final int FIELD = 21;
    static final int ONEOF = 1;
    static final int EXTENSION_RANGE = 50;
    static final int ENUM = 7;
    static final int ENUM_VALUE = 2;
    static final int SERVICE = 34;
    static final int METHOD = 35;

    private FeatureField() {}
}
