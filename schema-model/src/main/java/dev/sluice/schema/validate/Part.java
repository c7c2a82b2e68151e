package dev.sluice.schema.validate;

/** Field numbers in descriptor.proto of the parts of an element that problems point at. */
final class Part {
    static final int NAME = 1;
    static final int ENUM_VALUE_NUMBER = 2;
    static final int FIELD_NUMBER = 3;
    static final int FIELD_TYPE = 5;
    static final int FIELD_TYPE_NAME = 6;
    static final int FIELD_EXTENDEE = 2;
    static final int FIELD_DEFAULT = 7;
    static final int FIELD_OPTIONS = 8;
    static final int FIELD_JSON_NAME = 10;
    static final int METHOD_INPUT = 2;
    static final int METHOD_OUTPUT = 3;
    static final int MESSAGE_RESERVED_RANGE = 9;
    static final int MESSAGE_RESERVED_NAME = 10;
    static final int ENUM_RESERVED_RANGE = 4;
    static final int ENUM_RESERVED_NAME = 5;

    private Part() {}
}
