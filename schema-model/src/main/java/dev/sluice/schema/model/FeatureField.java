package dev.sluice.schema.model;

/** The number of the {@code features} field in each kind of options message (descriptor.proto). */
public final class FeatureField {
    public static final int FILE = 50;
    public static final int MESSAGE = 12;
    public static final int FIELD = 21;
    public static final int ONEOF = 1;
    public static final int EXTENSION_RANGE = 50;
    public static final int ENUM = 7;
    public static final int ENUM_VALUE = 2;
    public static final int SERVICE = 34;
    public static final int METHOD = 35;

    private FeatureField() {}
}
