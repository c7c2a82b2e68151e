package dev.sluice.runtime.wellknown;

import dev.sluice.runtime.Bytes;

/** The messages of google/protobuf/wrappers.proto as the values they wrap, and back. */
public final class Wrappers {
    private Wrappers() {}

    /** The wrapped value. */
    public static double float64(DoubleValue wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static DoubleValue float64Wrapper(double value) {
        return DoubleValue.builder().value(value).build();
    }

    /** The wrapped value. */
    public static float float32(FloatValue wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static FloatValue float32Wrapper(float value) {
        return FloatValue.builder().value(value).build();
    }

    /** The wrapped value. */
    public static long int64(Int64Value wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static Int64Value int64Wrapper(long value) {
        return Int64Value.builder().value(value).build();
    }

    /** The wrapped value, to be taken as unsigned. */
    public static long uint64(UInt64Value wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static UInt64Value uint64Wrapper(long value) {
        return UInt64Value.builder().value(value).build();
    }

    /** The wrapped value. */
    public static int int32(Int32Value wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static Int32Value int32Wrapper(int value) {
        return Int32Value.builder().value(value).build();
    }

    /** The wrapped value, to be taken as unsigned. */
    public static int uint32(UInt32Value wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static UInt32Value uint32Wrapper(int value) {
        return UInt32Value.builder().value(value).build();
    }

    /** The wrapped value. */
    public static boolean bool(BoolValue wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static BoolValue boolWrapper(boolean value) {
        return BoolValue.builder().value(value).build();
    }

    /** The wrapped value. */
    public static String string(StringValue wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static StringValue stringWrapper(String value) {
        return StringValue.builder().value(value).build();
    }

    /** The wrapped value. */
    public static Bytes bytes(BytesValue wrapper) {
        return wrapper.value();
    }

    /** The value wrapped. */
    public static BytesValue bytesWrapper(Bytes value) {
        return BytesValue.builder().value(value).build();
    }
}
