package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.runtime.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Java values as JSON. */
final class JsonValues {
    private JsonValues() {}

    /**
     * The JSON of a string, number, boolean, enum constant, list, map with string keys, bound message or JSON value.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Json of(Object value) {
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof String || value instanceof Enum<?>) {
            return Json.of(value.toString());
        }
        if (value instanceof Boolean truth) {
            return Json.of(truth);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof List<?> list) {
            return new Json.Arr(list.stream().map(JsonValues::of).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Json.Obj object = Json.object();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                object = object.with(String.valueOf(entry.getKey()), of(entry.getValue()));
            }
            return object;
        }
        if (value instanceof Message message) {
            return of(message);
        }
        throw new IllegalArgumentException(
                "a " + value.getClass().getName() + " is no string, number, boolean, list, map or message");
    }

    /** The proto3 JSON of a bound message. */
    static Json.Obj of(Message message) {
        try {
            return (Json.Obj) JsonReader.read(message.toJson());
        } catch (JsonSyntaxException impossible) {
            throw new IllegalStateException("a binding wrote JSON that cannot be read", impossible);
        }
    }

    private static Json number(Number number) {
        try {
            return new Json.Num(new BigDecimal(number.toString()));
        } catch (NumberFormatException notFinite) {
            return Json.of(number.toString());
        }
    }
}
