package dev.sluice.runtime.json;

import dev.sluice.runtime.JsonOptions;
import dev.sluice.runtime.JsonWriter;
import dev.sluice.runtime.MalformedMessageException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value of any kind. Immutable; equal as JSON Schema has it: numbers by value, objects whatever their order. */
public sealed interface JsonValue {
    /** {@code null}. */
    JsonValue NULL = new NullValue();

    /**
     * Reads JSON text.
     *
     * @throws MalformedMessageException if it is not JSON (RFC 8259), has a member twice, nests more than 100 deep, or has a
     *     number of more than 1,000 characters or beyond 10^1000
     */
    static JsonValue parse(String text) {
        return new JsonParser(text).document();
    }

    /** Writes this value. */
    void writeTo(JsonWriter out);

    /** This value as JSON text. */
    default String toJson() {
        JsonWriter out = new JsonWriter(JsonOptions.STANDARD);
        writeTo(out);
        return out.toString();
    }

    /** {@code null}, of which there is one. */
    record NullValue() implements JsonValue {
        @Override
        public void writeTo(JsonWriter out) {
            out.nullValue();
        }
    }

    /** {@code true} or {@code false}. */
    record BooleanValue(boolean value) implements JsonValue {
        @Override
        public void writeTo(JsonWriter out) {
            out.bool(value);
        }
    }

    /** A string. */
    record StringValue(String value) implements JsonValue {
        @Override
        public void writeTo(JsonWriter out) {
            out.string(value);
        }
    }

    /**
     * A number, as it was written.
     *
     * @param json the number as JSON text
     */
    record NumberValue(String json) implements JsonValue {
        /** Checks that it is a number within the bounds of {@link JsonValue#parse}. */
        public NumberValue {
            JsonParser.checkNumber(json);
        }

        /** The exact value. */
        public BigDecimal value() {
            return new BigDecimal(json);
        }

        /** Whether the value is a whole number, whichever way it is written. */
        public boolean isInteger() {
            BigDecimal value = value();
            return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
        }

        @Override
        public void writeTo(JsonWriter out) {
            out.number(json);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NumberValue number
                    && (json.equals(number.json) || value().compareTo(number.value()) == 0);
        }

        @Override
        public int hashCode() {
            BigDecimal value = value();
            return value.signum() == 0 ? 0 : value.stripTrailingZeros().hashCode();
        }
    }

    /** An array. */
    record ArrayValue(List<JsonValue> elements) implements JsonValue {
        /** Copies the elements. */
        public ArrayValue {
            elements = List.copyOf(elements);
        }

        @Override
        public void writeTo(JsonWriter out) {
            out.beginList();
            for (JsonValue element : elements) {
                out.element();
                element.writeTo(out);
            }
            out.endList();
        }
    }

    /** An object; its members are in the order in which they were written. */
    record ObjectValue(Map<String, JsonValue> members) implements JsonValue {
        /** Copies the members. */
        public ObjectValue {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public void writeTo(JsonWriter out) {
            out.beginObject();
            members.forEach((name, member) -> {
                out.key(name);
                member.writeTo(out);
            });
            out.endObject();
        }
    }
}
