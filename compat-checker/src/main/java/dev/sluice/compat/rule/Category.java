package dev.sluice.compat.rule;

/** What a change breaks; the categories of Buf's breaking rules. */
public enum Category {
    /** Generated source code, file by file. */
    FILE,
    /** Generated source code, where types may move between the files of a package. */
    PACKAGE,
    /** The binary encoding and the JSON encoding. */
    WIRE_JSON,
    /** The binary encoding. */
    WIRE,
    /** What Confluent Schema Registry calls compatible. */
    CSR;

    /** Whether it is one of Buf's, whose rules leave custom options alone. */
    public boolean isOfBuf() {
        return true;
    }
}
