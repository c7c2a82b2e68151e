package dev.sluice.benchmark;

import java.time.Duration;
import java.util.Arrays;

/** A report of capacity as one would write it by hand for speed. */
final class LimitCapacity {
    private final long[] numbers = new long[12];
    private Duration retryAfter;
    private Duration window;
    private double utilization;
    private double rate;

    static LimitCapacity decode(byte[] bytes) {
        LimitCapacity capacity = new LimitCapacity();
        Limit in = new Limit(bytes, 0);
        while (in.at < bytes.length) {
            int tag = (int) in.varint();
            switch (tag) {
                case 8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96 -> capacity.numbers[(tag >> 3) - 1] = in.varint();
                case 106 -> capacity.retryAfter = duration(in);
                case 114 -> capacity.window = duration(in);
                case 121 -> capacity.utilization = in.float64();
                case 129 -> capacity.rate = in.float64();
                default -> throw new IllegalArgumentException();
            }
        }
        return capacity;
    }

    private static Duration duration(Limit in) {
        int end = (int) in.varint() + in.at;
        long seconds = 0;
        int nanos = 0;
        while (in.at < end) {
            switch ((int) in.varint()) {
                case 8 -> seconds = in.varint();
                case 16 -> nanos = (int) in.varint();
                default -> throw new IllegalArgumentException();
            }
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    byte[] encode() {
        Limit out = new Limit(new byte[160], 160);
        out.writeDouble(rate, 129);
        out.writeDouble(utilization, 121);
        write(window, 114, out);
        write(retryAfter, 106, out);
        for (int i = 11; i >= 0; i--) {
            out.writeField(numbers[i], i + 1 << 3);
        }
        return Arrays.copyOfRange(out.bytes, out.at, out.bytes.length);
    }

    private static void write(Duration duration, int tag, Limit out) {
        int end = out.at;
        out.writeField(duration.getNano(), 16);
        out.writeField(duration.getSeconds(), 8);
        out.writeVarint(end - out.at);
        out.bytes[--out.at] = (byte) tag;
    }

    static final class Codecs implements Codec {
        @Override
        public Object decode(byte[] bytes) {
            return LimitCapacity.decode(bytes);
        }

        @Override
        public byte[] encode(Object message) {
            return ((LimitCapacity) message).encode();
        }

        @Override
        public byte[] buildAndEncode() {
            LimitCapacity capacity = new LimitCapacity();
            long[] numbers = {64, 48, 7, 256, 123_456, 789, 122_000, 12, 16, 3, 987_654, 1};
            System.arraycopy(numbers, 0, capacity.numbers, 0, 12);
            capacity.retryAfter = Duration.ofMillis(150);
            capacity.window = Duration.ofSeconds(10);
            capacity.utilization = Sample.UTILIZATION;
            capacity.rate = Sample.RATE;
            return capacity.encode();
        }

        @Override
        public String toJson(Object message) {
            throw Codec.unsupported();
        }

        @Override
        public Object fromJson(String json) {
            throw Codec.unsupported();
        }
    }
}
