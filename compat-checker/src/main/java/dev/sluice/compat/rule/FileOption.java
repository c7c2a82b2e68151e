package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;
import java.util.OptionalLong;

/** The options of a file that what is generated from it depends on (descriptor.proto, FileOptions). */
enum FileOption {
    CC_ENABLE_ARENAS(31, "true"),
    CC_GENERIC_SERVICES(16, "false"),
    CSHARP_NAMESPACE(37, ""),
    GO_PACKAGE(11, ""),
    JAVA_GENERIC_SERVICES(17, "false"),
    JAVA_MULTIPLE_FILES(10, "false"),
    JAVA_OUTER_CLASSNAME(8, ""),
    JAVA_PACKAGE(1, ""),
    OBJC_CLASS_PREFIX(36, ""),
    OPTIMIZE_FOR(9, "SPEED"),
    PHP_CLASS_PREFIX(40, ""),
    PHP_METADATA_NAMESPACE(44, ""),
    PHP_NAMESPACE(41, ""),
    PY_GENERIC_SERVICES(18, "false"),
    RUBY_PACKAGE(45, ""),
    SWIFT_PREFIX(39, "");

    private final int number;
    private final String absent;

    FileOption(int number, String absent) {
        this.number = number;
        this.absent = absent;
    }

    int number() {
        return number;
    }

    /** The value in a file, or the default. */
    String value(SchemaFile file) {
        if (file.options().encoded().length == 0) {
            return absent;
        }
        if (absent.isEmpty()) {
            return file.options().string(number).orElse(absent);
        }
        OptionalLong value = file.options().varint(number);
        if (value.isEmpty()) {
            return absent;
        }
        return this == OPTIMIZE_FOR ? optimization(value.getAsLong()) : String.valueOf(value.getAsLong() != 0);
    }

    private static String optimization(long number) {
        return number == 1
                ? "SPEED"
                : number == 2 ? "CODE_SIZE" : number == 3 ? "LITE_RUNTIME" : String.valueOf(number);
    }
}
