package dev.sluice.schema.descriptor;

/** The edition of a file; proto2 and proto3 count as editions (descriptor.proto, Edition). */
public enum Edition {
    PROTO2(998, "proto2"),
    PROTO3(999, "proto3"),
    EDITION_2023(1000, "2023"),
    EDITION_2024(1001, "2024"),
    EDITION_2026(1002, "2026");

    private final int number;
    private final String text;

    Edition(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The number of this edition in descriptor.proto's enum Edition. */
    public int number() {
        return number;
    }

    /** What stands between the quotes of the {@code syntax} or {@code edition} statement. */
    public String text() {
        return text;
    }

    /** Whether the file is declared with {@code edition} rather than {@code syntax}. */
    public boolean isEdition() {
        return number >= EDITION_2023.number;
    }
}
