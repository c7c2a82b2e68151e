package dev.sluice.runtime.json;

import dev.sluice.runtime.FieldList;
import dev.sluice.runtime.FieldMap;
import dev.sluice.runtime.JsonOptions;
import dev.sluice.runtime.JsonWriter;
import dev.sluice.runtime.Violations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How values of a Java type are read from JSON, written as JSON, and checked. Immutable. */
public abstract class JsonForm<T> {

    /** Used by the forms of this package. */
    JsonForm() {}

    /** The form of a generated type. */
    public static <T extends JsonDocument> JsonForm<T> of(Function<JsonCursor, T> reader) {
        return new JsonForm<>() {
            @Override
            public T read(JsonCursor in) {
                return reader.apply(in);
            }

            @Override
            public void write(T value, JsonWriter out) {
                value.writeTo(out);
            }

            @Override
            public void validate(T value, Violations to) {
                value.validate(to);
            }
        };
    }

    /** A list of values of a form. */
    public static <T> JsonForm<List<T>> list(JsonForm<T> of) {
        return new JsonForm<>() {
            @Override
            public List<T> read(JsonCursor in) {
                FieldList<T> list = FieldList.empty();
                in.beginArray();
                while (in.nextElement()) {
                    list = list.plus(of.read(in));
                }
                list.freeze();
                return list;
            }

            @Override
            public void write(List<T> value, JsonWriter out) {
                out.beginList();
                for (int i = 0; i < value.size(); i++) {
                    out.element();
                    of.write(value.get(i), out);
                }
                out.endList();
            }

            @Override
            public void validate(List<T> value, Violations to) {
                for (int i = 0; i < value.size(); i++) {
                    int before = to.count();
                    of.validate(value.get(i), to);
                    to.withinElement(before, i);
                }
            }
        };
    }

    /** A map from member names to values of a form. */
    public static <T> JsonForm<Map<String, T>> map(JsonForm<T> of) {
        return new JsonForm<>() {
            @Override
            public Map<String, T> read(JsonCursor in) {
                FieldMap<String, T> map = FieldMap.empty();
                in.beginObject();
                while (in.nextMember()) {
                    String name = in.name();
                    map = map.plus(name, in.member(map.get(name), of));
                }
                map.freeze();
                return map;
            }

            @Override
            public void write(Map<String, T> value, JsonWriter out) {
                FieldMap<String, T> map = FieldMap.copyOf(value);
                out.beginObject();
                for (int i = 0; i < map.size(); i++) {
                    out.key(map.keyAt(i));
                    of.write(map.valueAt(i), out);
                }
                out.endObject();
            }

            @Override
            public void validate(Map<String, T> value, Violations to) {
                FieldMap<String, T> map = FieldMap.copyOf(value);
                for (int i = 0; i < map.size(); i++) {
                    int before = to.count();
                    of.validate(map.valueAt(i), to);
                    to.withinMember(before, map.keyAt(i));
                }
            }
        };
    }

    /** A value of a form, or null, which is the empty Optional. */
    public static <T> JsonForm<Optional<T>> nullable(JsonForm<T> of) {
        return new JsonForm<>() {
            @Override
            public Optional<T> read(JsonCursor in) {
                return in.takeNull() ? Optional.empty() : Optional.of(of.read(in));
            }

            @Override
            public void write(Optional<T> value, JsonWriter out) {
                if (value.isEmpty()) {
                    out.nullValue();
                } else {
                    of.write(value.get(), out);
                }
            }

            @Override
            public void validate(Optional<T> value, Violations to) {
                if (value.isPresent()) {
                    of.validate(value.get(), to);
                }
            }
        };
    }

    /** This form, with values that are checked further. */
    public final JsonForm<T> checked(BiConsumer<? super T, Violations> check) {
        JsonForm<T> form = this;
        return new JsonForm<>() {
            @Override
            public T read(JsonCursor in) {
                return form.read(in);
            }

            @Override
            public void write(T value, JsonWriter out) {
                form.write(value, out);
            }

            @Override
            public void validate(T value, Violations to) {
                check.accept(value, to);
                form.validate(value, to);
            }
        };
    }

    /**
     * Reads a value.
     *
     * @throws dev.sluice.runtime.MalformedMessageException if the JSON value is of another type
     */
    public abstract T read(JsonCursor in);

    /** Writes a value. */
    public abstract void write(T value, JsonWriter out);

    /** Checks what is within a value. */
    public abstract void validate(T value, Violations to);

    /** A value as JSON. */
    public final JsonValue toJsonValue(T value) {
        JsonWriter out = new JsonWriter(JsonOptions.STANDARD);
        write(value, out);
        return JsonValue.parse(out.toString());
    }
}
