package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonValue;

/** Values of keywords that count. */
final class Counts {
    private Counts() {}

    /** The whole number, which has been checked to be one of 31 bits. */
    static Integer of(JsonValue value) {
        return ((JsonValue.NumberValue) value).value().intValueExact();
    }
}
