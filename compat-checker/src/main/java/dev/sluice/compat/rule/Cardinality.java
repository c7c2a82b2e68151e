package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** How many values a field has, and whether absence shows. */
enum Cardinality {
    EXPLICIT("optional with explicit presence"),
    IMPLICIT("optional with implicit presence"),
    REQUIRED("required"),
    REPEATED("repeated"),
    MAP("map");

    private final String words;

    Cardinality(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Cardinality of(Field field) {
        if (field.isRepeated()) {
            return field.isMap() ? MAP : REPEATED;
        }
        if (field.isRequired()) {
            return REQUIRED;
        }
        return field.hasPresence() ? EXPLICIT : IMPLICIT;
    }

    /** One of the cardinalities that are encoded like this one: the same for all of them. */
    Cardinality wireGroup() {
        return this == MAP ? REPEATED : wireJsonGroup();
    }

    /** One of the cardinalities that are encoded like this one in binary and in JSON. */
    Cardinality wireJsonGroup() {
        return this == IMPLICIT ? EXPLICIT : this;
    }
}
