package dev.sluice.contract.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value (RFC 8259), immutable, with members in the order of the text. */
public sealed interface Json {

    /** A JSON object; its members keep their order. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The member's value; empty where it is absent or {@code null}. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null));
        }

        /** The text of a string member; empty where it is absent or no string. */
        public Optional<String> text(String name) {
            return get(name)
                    .flatMap(value -> value instanceof Str string ? Optional.of(string.value()) : Optional.empty());
        }

        /** A whole number, written as a number or, as proto3 JSON writes 64-bit integers, as a string. */
        public Optional<Long> whole(String name) {
            return get(name).flatMap(Json::asWhole);
        }

        /** An unsigned whole number of any size, written as a number or as a string. */
        public Optional<BigInteger> unsigned(String name) {
            return get(name).flatMap(Json::asUnsigned);
        }

        /** Whether a member is {@code true}. */
        public boolean is(String name) {
            return get(name).filter(new Bool(true)::equals).isPresent();
        }

        /** The elements of an array member; none where it is absent or no array. */
        public List<Json> list(String name) {
            return get(name)
                    .map(value -> value instanceof Arr array ? array.values() : List.<Json>of())
                    .orElse(List.of());
        }

        /** An object member; empty where it is absent or no object. */
        public Optional<Obj> object(String name) {
            return get(name).flatMap(value -> value instanceof Obj object ? Optional.of(object) : Optional.empty());
        }

        /** The same object with one member set. */
        public Obj with(String name, Json value) {
            Map<String, Json> copy = new LinkedHashMap<>(members);
            copy.put(name, value);
            return new Obj(copy);
        }

        /** The same object without one member. */
        public Obj without(String name) {
            Map<String, Json> copy = new LinkedHashMap<>(members);
            copy.remove(name);
            return new Obj(copy);
        }
    }

    /** A JSON array. */
    record Arr(List<Json> values) implements Json {
        public Arr {
            values = List.copyOf(values);
        }
    }

    /** A JSON string. */
    record Str(String value) implements Json {}

    /** A JSON number, as exact as its text. */
    record Num(BigDecimal value) implements Json {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}

    /** An object without members. */
    static Obj object() {
        return new Obj(Map.of());
    }

    /** A string. */
    static Json of(String text) {
        return new Str(text);
    }

    /** A whole number. */
    static Json of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    /** {@code true} or {@code false}. */
    static Json of(boolean truth) {
        return new Bool(truth);
    }

    private static Optional<BigInteger> asUnsigned(Json value) {
        if (value instanceof Num number
                && number.value().signum() >= 0
                && number.value().scale() <= 0) {
            return Optional.of(number.value().toBigIntegerExact());
        }
        return value instanceof Str string && string.value().matches("[0-9]{1,40}")
                ? Optional.of(new BigInteger(string.value()))
                : Optional.empty();
    }

    private static Optional<Long> asWhole(Json value) {
        try {
            if (value instanceof Num number) {
                return Optional.of(number.value().longValueExact());
            }
            if (value instanceof Str string && string.value().matches("-?[0-9]{1,19}")) {
                return Optional.of(Long.parseLong(string.value()));
            }
        } catch (ArithmeticException | NumberFormatException outOfRange) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
