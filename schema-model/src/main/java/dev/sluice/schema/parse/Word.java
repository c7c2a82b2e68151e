package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FieldType;
import org.jspecify.annotations.Nullable;

/** The words with a meaning in the schema language; none is reserved, so each may also be a name. */
enum Word {
    SYNTAX("syntax"),
    EDITION("edition"),
    PACKAGE("package"),
    IMPORT("import"),
    PUBLIC("public"),
    WEAK("weak"),
    OPTION("option"),
    EXPORT("export"),
    LOCAL("local"),
    MESSAGE("message"),
    ENUM("enum"),
    SERVICE("service"),
    EXTEND("extend"),
    EXTENSIONS("extensions"),
    RESERVED("reserved"),
    ONEOF("oneof"),
    MAP("map"),
    OPTIONAL("optional"),
    REQUIRED("required"),
    REPEATED("repeated"),
    TO("to"),
    MAX("max"),
    DEFAULT("default"),
    JSON_NAME("json_name"),
    RPC("rpc"),
    STREAM("stream"),
    RETURNS("returns"),
    TRUE("true"),
    FALSE("false"),
    INF("inf"),
    NAN("nan"),
    DOUBLE("double", FieldType.DOUBLE),
    FLOAT("float", FieldType.FLOAT),
    INT64("int64", FieldType.INT64),
    UINT64("uint64", FieldType.UINT64),
    INT32("int32", FieldType.INT32),
    FIXED64("fixed64", FieldType.FIXED64),
    FIXED32("fixed32", FieldType.FIXED32),
    BOOL("bool", FieldType.BOOL),
    STRING("string", FieldType.STRING),
    GROUP("group", FieldType.GROUP),
    BYTES("bytes", FieldType.BYTES),
    UINT32("uint32", FieldType.UINT32),
    SFIXED32("sfixed32", FieldType.SFIXED32),
    SFIXED64("sfixed64", FieldType.SFIXED64),
    SINT32("sint32", FieldType.SINT32),
    SINT64("sint64", FieldType.SINT64),
    /** Any other token. */
    OTHER("");

    private static final int SLOTS = 256;
    private static final int LONGEST = 10;
    private static final Word[] TABLE = new Word[SLOTS];

    static {
        for (Word word : values()) {
            if (word != OTHER) {
                int last = word.text.length() - 1;
                int slot = slot(word.text.length(), (byte) word.text.charAt(0), (byte) word.text.charAt(last));
                while (TABLE[slot] != null) {
                    slot = (slot + 1) & (SLOTS - 1);
                }
                TABLE[slot] = word;
            }
        }
    }

    private final String text;
    private final @Nullable FieldType type;

    Word(String text) {
        this(text, null);
    }

    Word(String text, @Nullable FieldType type) {
        this.text = text;
        this.type = type;
    }

    /** The word as written. */
    String text() {
        return text;
    }

    /** The field type this word stands for: a scalar or GROUP; null for all other words. */
    @Nullable
    FieldType type() {
        return type;
    }

    /** The word between two byte offsets, or OTHER. */
    static Word of(byte[] source, int start, int end) {
        int length = end - start;
        if (length < 2 || length > LONGEST) {
            return OTHER;
        }
        int slot = slot(length, source[start], source[end - 1]);
        while (TABLE[slot] != null) {
            if (TABLE[slot].equal(source, start, length)) {
                return TABLE[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return OTHER;
    }

    private boolean equal(byte[] source, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != source[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(int length, byte first, byte last) {
        return (length * 37 + first * 11 + last * 5) & (SLOTS - 1);
    }
}
