package dev.sluice.runtime.json;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What has been found out about the values of one text, so that an assertion that others refer to is decided once for each
 * value: schemas that refer to themselves along several ways would take time exponential in a value's depth else.
 */
final class Decisions {
    private final Map<JsonAssertion, Map<JsonValue, Boolean>> decided = new IdentityHashMap<>();

    boolean holds(JsonAssertion assertion, JsonValue value) {
        Map<JsonValue, Boolean> ofAssertion = decided.computeIfAbsent(assertion, absent -> new IdentityHashMap<>());
        Boolean known = ofAssertion.get(value);
        if (known == null) {
            known = assertion.holds(value, this);
            ofAssertion.put(value, known);
        }
        return known;
    }
}
