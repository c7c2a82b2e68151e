package dev.sluice.runtime;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An extension of messages of one type. Its value is kept among the message's unknown fields, in wire form, and read when
 * it is asked for: no registry is needed to receive it, and nothing is lost where it is not known.
 *
 * @param <M> the message that is extended
 * @param <T> the type of the value, a list where the extension is repeated
 */
public abstract sealed class Extension<M extends Message, T> {
    private final String extended;
    private final String fullName;
    private final int number;
    private final boolean inMessageSet;

    private Extension(String extended, String fullName, int number, boolean inMessageSet) {
        this.extended = extended;
        this.fullName = fullName;
        this.number = number;
        this.inMessageSet = inMessageSet;
    }

    /**
     * An extension with one value.
     *
     * @param extended the full name of the message
     * @param fullName the full name of the extension
     * @param inMessageSet whether the message has the MessageSet format
     * @param kind the type of the value, asked for late so that types may depend on each other
     */
    public static <M extends Message, T> Extension<M, T> singular(
            String extended, String fullName, int number, boolean inMessageSet, Supplier<FieldKind<T>> kind) {
        return new Singular<>(extended, fullName, number, inMessageSet, kind);
    }

    /**
     * An extension with a list of values.
     *
     * @param extended the full name of the message
     * @param fullName the full name of the extension
     * @param packed whether values are written packed
     * @param kind the type of one value, asked for late so that types may depend on each other
     */
    public static <M extends Message, T> Extension<M, List<T>> repeated(
            String extended, String fullName, int number, boolean packed, Supplier<FieldKind<T>> kind) {
        return new Repeated<>(extended, fullName, number, packed, kind);
    }

    /** The full name of the extended message. */
    public String extended() {
        return extended;
    }

    /** The full name of the extension. */
    public String fullName() {
        return fullName;
    }

    /** The field number. */
    public int number() {
        return number;
    }

    /**
     * The value among a message's unknown fields, or the default.
     *
     * @throws MalformedMessageException if the field is there and does not hold such a value
     */
    public final T get(UnknownFields fields) {
        T value = fields.isEmpty() ? null : find(fields);
        return value == null ? absent() : value;
    }

    /** Whether a message's unknown fields have a value. */
    public final boolean isIn(UnknownFields fields) {
        return !fields.isEmpty() && find(fields) != null;
    }

    /** The fields with this value in place of those there were. */
    public final UnknownFields set(UnknownFields fields, T value) {
        WireWriter out = new WireWriter();
        byte[] field = out.toByteArray(write(value, out));
        return clear(fields).plus(field, 0, field.length);
    }

    /** The fields without any value. */
    public final UnknownFields clear(UnknownFields fields) {
        UnknownFields rest = UnknownFields.NONE;
        WireReader in = fields.reader();
        int tag;
        while ((tag = in.tag()) != 0) {
            if (tag >>> 3 == number || (inMessageSet && tag == MessageSetItem.START && in.nextItem() == number)) {
                in.skip(tag);
            } else {
                rest = in.unknown(tag, rest);
            }
        }
        return rest;
    }

    final @Nullable T find(UnknownFields fields) {
        T found = null;
        WireReader in = fields.reader();
        int tag;
        while ((tag = in.tag()) != 0) {
            if (inMessageSet && tag == MessageSetItem.START) {
                MessageSetItem item = MessageSetItem.read(in);
                if (item.type() == number) {
                    WireReader content = item.reader();
                    content.tag();
                    found = read(found, number << 3 | 2, content);
                }
            } else if (tag >>> 3 == number) {
                found = read(found, tag, in);
            } else {
                in.skip(tag);
            }
        }
        if (found instanceof Message message) {
            message.seal();
            VarHandle.storeStoreFence();
        }
        return found;
    }

    abstract T absent();

    /** The value that {@code in} stands at after its tag, merged with what was found before. */
    abstract @Nullable T read(@Nullable T before, int tag, WireReader in);

    /** Writes the field and returns its position. */
    abstract int write(T value, WireWriter out);

    abstract UnknownFields fromJson(JsonReader in, UnknownFields before);

    abstract void toJson(T value, JsonWriter out);

    final void toJson(UnknownFields fields, JsonWriter out) {
        stored().storedToJson(fields, out);
    }

    /** The extension with values as they are stored: numbers of an enum, declared or not. */
    abstract Extension<M, ?> stored();

    private void storedToJson(UnknownFields fields, JsonWriter out) {
        T value = find(fields);
        if (value != null) {
            out.key("[" + fullName + "]");
            toJson(value, out);
        }
    }

    /** The full name of the extension. */
    @Override
    public String toString() {
        return fullName;
    }

    private static final class Singular<M extends Message, T> extends Extension<M, T> {
        private final boolean inMessageSet;
        private final Supplier<FieldKind<T>> kind;

        Singular(String extended, String fullName, int number, boolean inMessageSet, Supplier<FieldKind<T>> kind) {
            super(extended, fullName, number, inMessageSet);
            this.inMessageSet = inMessageSet;
            this.kind = kind;
        }

        @Override
        Extension<M, ?> stored() {
            FieldKind<?> stored = kind.get().stored();
            return stored == null ? this : of(stored);
        }

        private <R> Extension<M, R> of(FieldKind<R> stored) {
            return new Singular<>(extended(), fullName(), number(), inMessageSet, () -> stored);
        }

        @Override
        T absent() {
            return kind.get().absent();
        }

        @Override
        @Nullable
        T read(@Nullable T before, int tag, WireReader in) {
            if ((tag & 7) == kind.get().wireType()) {
                return kind.get().fromWire().read(before, in);
            }
            in.skip(tag);
            return before;
        }

        @Override
        int write(T value, WireWriter out) {
            if (inMessageSet) {
                int at = out.tag(out.end(), MessageSetItem.END);
                at = kind.get().toWire().write(out, at, value);
                at = out.tag(at, MessageSetItem.CONTENT);
                at = out.uint32(at, MessageSetItem.TYPE, number());
                return out.tag(at, MessageSetItem.START);
            }
            int at = kind.get().toWire().write(out, out.end(), value);
            return out.tag(at, number() << 3 | kind.get().wireType());
        }

        @Override
        UnknownFields fromJson(JsonReader in, UnknownFields before) {
            return set(before, kind.get().fromJson().apply(in));
        }

        @Override
        void toJson(T value, JsonWriter out) {
            kind.get().toJson().accept(out, value);
        }
    }

    private static final class Repeated<M extends Message, E> extends Extension<M, List<E>> {
        private final boolean packed;
        private final Supplier<FieldKind<E>> kind;

        Repeated(String extended, String fullName, int number, boolean packed, Supplier<FieldKind<E>> kind) {
            super(extended, fullName, number, false);
            this.packed = packed;
            this.kind = kind;
        }

        @Override
        Extension<M, ?> stored() {
            FieldKind<?> stored = kind.get().stored();
            return stored == null ? this : of(stored);
        }

        private <R> Extension<M, List<R>> of(FieldKind<R> stored) {
            return new Repeated<>(extended(), fullName(), number(), packed, () -> stored);
        }

        @Override
        List<E> absent() {
            return List.of();
        }

        @Override
        @Nullable
        List<E> read(@Nullable List<E> before, int tag, WireReader in) {
            FieldList<E> list = before instanceof FieldList<E> found ? found : FieldList.empty();
            int wireType = kind.get().wireType();
            if ((tag & 7) == wireType) {
                E value = kind.get().fromWire().read(null, in);
                return value == null ? before : list.plus(value);
            }
            if ((tag & 7) != 2) {
                in.skip(tag);
                return before;
            }
            long outer = in.enterPacked();
            while (in.hasMore()) {
                E value = kind.get().fromWire().read(null, in);
                if (value != null) {
                    list = list.plus(value);
                }
            }
            in.leavePacked(outer);
            return list.isEmpty() ? null : list;
        }

        @Override
        int write(List<E> value, WireWriter out) {
            int at = out.end();
            for (int i = value.size() - 1; i >= 0; i--) {
                at = kind.get().toWire().write(out, at, value.get(i));
                if (!packed) {
                    at = out.tag(at, number() << 3 | kind.get().wireType());
                }
            }
            return packed && !value.isEmpty() ? out.length(0, number() << 3 | 2, at) : at;
        }

        @Override
        UnknownFields fromJson(JsonReader in, UnknownFields before) {
            List<E> list = new ArrayList<>();
            in.beginList();
            while (in.nextElement()) {
                list.add(kind.get().fromJson().apply(in));
            }
            return set(before, list);
        }

        @Override
        void toJson(List<E> value, JsonWriter out) {
            out.beginList();
            for (E element : value) {
                out.element();
                kind.get().toJson().accept(out, element);
            }
            out.endList();
        }
    }
}
