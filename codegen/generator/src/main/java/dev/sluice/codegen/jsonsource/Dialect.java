package dev.sluice.codegen.jsonsource;

import java.util.Optional;

/** The drafts of JSON Schema that are read; they differ in little. */
enum Dialect {
    DRAFT_2020_12,
    DRAFT_2019_09,
    DRAFT_07;

    /** The dialect with this identifier. */
    static Optional<Dialect> of(String schema) {
        String id = schema.endsWith("#") ? schema.substring(0, schema.length() - 1) : schema;
        return switch (id) {
            case "https://json-schema.org/draft/2020-12/schema" -> Optional.of(DRAFT_2020_12);
            case "https://json-schema.org/draft/2019-09/schema" -> Optional.of(DRAFT_2019_09);
            case "http://json-schema.org/draft-07/schema",
                    "http://json-schema.org/draft-06/schema",
                    "https://json-schema.org/draft-07/schema" -> Optional.of(DRAFT_07);
            default -> Optional.empty();
        };
    }

    /** Whether {@code $ref} makes the keywords beside it count for nothing. */
    boolean refStandsAlone() {
        return this == DRAFT_07;
    }

    /** Whether {@code items} may be a list, which is {@code prefixItems} now. */
    boolean itemsMayBeList() {
        return this != DRAFT_2020_12;
    }
}
