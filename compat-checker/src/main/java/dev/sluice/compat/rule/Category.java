package dev.sluice.compat.rule;

/** What a change breaks; the categories of Buf's breaking rules, and one of our own. */
public enum Category {
    /** Generated source code, file by file. */
    FILE("Generated source code, file by file."),
    /** Generated source code, where types may move between the files of a package. */
    PACKAGE("Generated source code, where types may move between the files of a package."),
    /** The binary encoding and the JSON encoding. */
    WIRE_JSON("The binary encoding and the JSON encoding."),
    /** The binary encoding. */
    WIRE("The binary encoding."),
    /** What Confluent Schema Registry calls compatible. */
    CSR("What Confluent Schema Registry calls compatible."),
    /** What Buf does not see: constraints, HTTP paths, the values of options, calls that find nobody. */
    STRICT("What Buf does not see: constraints, HTTP paths, the values of options, calls that find nobody.");

    private final String purpose;

    Category(String purpose) {
        this.purpose = purpose;
    }

    /** What changes must not break, as a sentence. */
    public String purpose() {
        return purpose;
    }

    /** Whether it is one of Buf's, whose rules leave custom options alone. */
    public boolean isOfBuf() {
        return this != STRICT;
    }

    /** Those of Buf. */
    static Category[] ofBuf() {
        return new Category[] {FILE, PACKAGE, WIRE_JSON, WIRE, CSR};
    }
}
