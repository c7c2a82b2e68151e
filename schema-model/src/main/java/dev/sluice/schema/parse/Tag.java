package dev.sluice.schema.parse;

/** Field numbers of descriptor.proto that appear in the paths of source locations. */
final class Tag {
    static final int UNINTERPRETED_OPTION = 999;

    private Tag() {}

    /** FileDescriptorProto. */
    static final class File {
        static final int PACKAGE = 2;
        static final int DEPENDENCY = 3;
        static final int MESSAGE = 4;
        static final int ENUM = 5;
        static final int SERVICE = 6;
        static final int EXTENSION = 7;
        static final int OPTIONS = 8;
        static final int PUBLIC_DEPENDENCY = 10;
        static final int WEAK_DEPENDENCY = 11;
        static final int SYNTAX = 12;
        static final int OPTION_DEPENDENCY = 15;

        private File() {}
    }

    /** DescriptorProto. */
    static final class Message {
        static final int NAME = 1;
        static final int FIELD = 2;
        static final int NESTED = 3;
        static final int ENUM = 4;
        static final int EXTENSION_RANGE = 5;
        static final int EXTENSION = 6;
        static final int OPTIONS = 7;
        static final int ONEOF = 8;
        static final int RESERVED_RANGE = 9;
        static final int RESERVED_NAME = 10;

        private Message() {}
    }

    /** FieldDescriptorProto. */
    static final class Field {
        static final int NAME = 1;
        static final int EXTENDEE = 2;
        static final int NUMBER = 3;
        static final int LABEL = 4;
        static final int TYPE = 5;
        static final int TYPE_NAME = 6;
        static final int DEFAULT_VALUE = 7;
        static final int OPTIONS = 8;
        static final int JSON_NAME = 10;

        private Field() {}
    }

    /** OneofDescriptorProto. */
    static final class Oneof {
        static final int NAME = 1;
        static final int OPTIONS = 2;

        private Oneof() {}
    }

    /** EnumDescriptorProto. */
    static final class Enum {
        static final int NAME = 1;
        static final int VALUE = 2;
        static final int OPTIONS = 3;
        static final int RESERVED_RANGE = 4;
        static final int RESERVED_NAME = 5;

        private Enum() {}
    }

    /** EnumValueDescriptorProto. */
    static final class EnumValue {
        static final int NAME = 1;
        static final int NUMBER = 2;
        static final int OPTIONS = 3;

        private EnumValue() {}
    }

    /** ServiceDescriptorProto. */
    static final class Service {
        static final int NAME = 1;
        static final int METHOD = 2;
        static final int OPTIONS = 3;

        private Service() {}
    }

    /** MethodDescriptorProto. */
    static final class Method {
        static final int NAME = 1;
        static final int INPUT_TYPE = 2;
        static final int OUTPUT_TYPE = 3;
        static final int OPTIONS = 4;
        static final int CLIENT_STREAMING = 5;
        static final int SERVER_STREAMING = 6;

        private Method() {}
    }

    /** DescriptorProto.ExtensionRange and the reserved ranges of messages and enums, which agree as far as they go. */
    static final class Range {
        static final int START = 1;
        static final int END = 2;
        static final int OPTIONS = 3;

        private Range() {}
    }

    /** UninterpretedOption and its NamePart. */
    static final class Uninterpreted {
        static final int NAME_PART = 1;
        static final int NAME = 2;
        static final int IDENTIFIER_VALUE = 3;
        static final int POSITIVE_INT_VALUE = 4;
        static final int NEGATIVE_INT_VALUE = 5;
        static final int DOUBLE_VALUE = 6;
        static final int STRING_VALUE = 7;
        static final int AGGREGATE_VALUE = 8;

        private Uninterpreted() {}
    }
}
