package dev.sluice.runtime;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are read and written, boxed: what extensions are made of.
 *
 * @param wireType the wire type of one value
 * @param absent what a field without a value reads as
 * @param stored how the values are read and written as they are stored, where that is another type, which holds more: the numbers of an
 *     enum; else null
 */
public record FieldKind<T>(
        int wireType,
        T absent,
        WireForm<T> fromWire,
        ToWire<T> toWire,
        Function<JsonReader, T> fromJson,
        BiConsumer<JsonWriter, T> toJson,
        @Nullable FieldKind<?> stored) {

    /** Reads one value from wire form. */
    interface WireForm<T> {

        /** The value that {@code in} stands at, merged with one that was there before; that one where this is none of the type's. */
        @Nullable
        T read(@Nullable T before, WireReader in);
    }

    /** Writes one value to wire form. */
    interface ToWire<T> {

        /** Writes the value without a tag before position {@code at}, and returns its own. */
        int write(WireWriter out, int at, T value);
    }

    /** A double value. */
    public static final FieldKind<Double> DOUBLE =
            scalar(1, 0.0, WireReader::float64, WireWriter::float64, JsonReader::float64, JsonWriter::float64);

    /** A float value. */
    public static final FieldKind<Float> FLOAT =
            scalar(5, 0f, WireReader::float32, WireWriter::float32, JsonReader::float32, JsonWriter::float32);

    /** An int64 value. */
    public static final FieldKind<Long> INT64 =
            scalar(0, 0L, WireReader::int64, WireWriter::int64, JsonReader::int64, JsonWriter::int64);

    /** A uint64 value. */
    public static final FieldKind<Long> UINT64 =
            scalar(0, 0L, WireReader::uint64, WireWriter::uint64, JsonReader::uint64, JsonWriter::uint64);

    /** An int32 value. */
    public static final FieldKind<Integer> INT32 =
            scalar(0, 0, WireReader::int32, WireWriter::int32, JsonReader::int32, JsonWriter::int32);

    /** A fixed64 value. */
    public static final FieldKind<Long> FIXED64 =
            scalar(1, 0L, WireReader::fixed64, WireWriter::fixed64, JsonReader::uint64, JsonWriter::uint64);

    /** A fixed32 value. */
    public static final FieldKind<Integer> FIXED32 =
            scalar(5, 0, WireReader::fixed32, WireWriter::fixed32, JsonReader::uint32, JsonWriter::uint32);

    /** A bool value. */
    public static final FieldKind<Boolean> BOOL =
            scalar(0, false, WireReader::bool, WireWriter::bool, JsonReader::bool, JsonWriter::bool);

    /** A string. */
    public static final FieldKind<String> STRING =
            scalar(2, "", WireReader::string, WireWriter::string, JsonReader::string, JsonWriter::string);

    /** A string that need not be UTF-8. */
    public static final FieldKind<String> LOOSE_STRING =
            scalar(2, "", WireReader::looseString, WireWriter::looseString, JsonReader::string, JsonWriter::string);

    /** Bytes. */
    public static final FieldKind<Bytes> BYTES =
            scalar(2, Bytes.EMPTY, WireReader::bytes, WireWriter::bytes, JsonReader::bytes, JsonWriter::bytes);

    /** A uint32 value. */
    public static final FieldKind<Integer> UINT32 =
            scalar(0, 0, WireReader::uint32, WireWriter::uint32, JsonReader::uint32, JsonWriter::uint32);

    /** A sfixed32 value. */
    public static final FieldKind<Integer> SFIXED32 =
            scalar(5, 0, WireReader::sfixed32, WireWriter::sfixed32, JsonReader::int32, JsonWriter::int32);

    /** A sfixed64 value. */
    public static final FieldKind<Long> SFIXED64 =
            scalar(1, 0L, WireReader::sfixed64, WireWriter::sfixed64, JsonReader::int64, JsonWriter::int64);

    /** A sint32 value. */
    public static final FieldKind<Integer> SINT32 =
            scalar(0, 0, WireReader::sint32, WireWriter::sint32, JsonReader::int32, JsonWriter::int32);

    /** A sint64 value. */
    public static final FieldKind<Long> SINT64 =
            scalar(0, 0L, WireReader::sint64, WireWriter::sint64, JsonReader::int64, JsonWriter::int64);

    private static <T> FieldKind<T> scalar(
            int wireType,
            T absent,
            Function<WireReader, T> fromWire,
            ToWire<T> toWire,
            Function<JsonReader, T> fromJson,
            BiConsumer<JsonWriter, T> toJson) {
        return new FieldKind<>(wireType, absent, (before, in) -> fromWire.apply(in), toWire, fromJson, toJson, null);
    }

    /** A value of an enum, by number. */
    public static FieldKind<Integer> ofEnum(EnumNames names) {
        return scalar(
                0,
                names.first(),
                WireReader::enumNumber,
                WireWriter::enumNumber,
                in -> {
                    long number = in.enumNumber(names);
                    return number == JsonReader.IGNORED ? names.first() : (int) number;
                },
                (out, number) -> out.enumNumber(number, names));
    }

    /** A value of a closed enum, by number; a number that it does not declare is no value. */
    public static FieldKind<Integer> ofClosedEnum(EnumNames names) {
        FieldKind<Integer> open = ofEnum(names);
        return new FieldKind<>(
                open.wireType,
                open.absent,
                (before, in) -> {
                    int number = in.enumNumber();
                    return names.declares(number) ? (Integer) number : before;
                },
                open.toWire,
                open.fromJson,
                open.toJson,
                null);
    }

    /** A message. */
    public static <M extends Message> FieldKind<M> of(MessageType<M> type) {
        return message(
                type,
                2,
                (before, in) -> {
                    long outer = in.enterMessage();
                    return read(before, in, outer, type);
                },
                (out, at, message) -> {
                    int before = out.size(at);
                    int start = message.writeTo(out, at);
                    return out.uint32(start, out.size(start) - before);
                });
    }

    /** A group or delimited message. */
    public static <M extends Message> FieldKind<M> ofGroup(MessageType<M> type, int number) {
        return message(
                type,
                3,
                (before, in) -> {
                    long outer = in.enterGroup(number);
                    return read(before, in, outer, type);
                },
                (out, at, message) -> message.writeTo(out, out.tag(at, number << 3 | 4)));
    }

    @SuppressWarnings("unchecked")
    private static <M extends Message> M read(@Nullable M before, WireReader in, long outer, MessageType<M> type) {
        M message = before == null ? type.builder().mergeFrom(in).buildPartial() : (M) before.merging(in);
        in.leave(outer);
        return message;
    }

    private static <M extends Message> FieldKind<M> message(
            MessageType<M> type, int wireType, WireForm<M> fromWire, ToWire<M> toWire) {
        return new FieldKind<>(
                wireType,
                type.defaultInstance(),
                fromWire,
                toWire,
                in -> {
                    Message.Builder<M> builder = type.builder();
                    builder.mergeFrom(in);
                    return builder.buildPartial();
                },
                (out, message) -> message.writeTo(out),
                null);
    }

    /** The same with another default. */
    public FieldKind<T> withDefault(T newDefault) {
        return new FieldKind<>(wireType, newDefault, fromWire, toWire, fromJson, toJson, stored);
    }

    /** The same with another type in the API. */
    public <A> FieldKind<A> as(Function<T, A> toApi, Function<A, T> fromApi) {
        boolean merges = absent instanceof Message;
        return new FieldKind<>(
                wireType,
                toApi.apply(absent),
                (before, in) -> {
                    T read = fromWire.read(merges && before != null ? fromApi.apply(before) : null, in);
                    return read == null ? before : toApi.apply(read);
                },
                (out, at, value) -> toWire.write(out, at, fromApi.apply(value)),
                in -> toApi.apply(fromJson.apply(in)),
                (out, value) -> toJson.accept(out, fromApi.apply(value)),
                this);
    }
}
