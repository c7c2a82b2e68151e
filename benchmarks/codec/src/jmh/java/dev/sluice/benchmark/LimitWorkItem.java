package dev.sluice.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A work item as one would write it by hand for speed: what generated code is measured against. */
final class LimitWorkItem {
    private String id = "";
    private String kind = "";
    private int criticality;
    private int cost;
    private Instant deadline;
    private int attempts;
    private String[] keys = new String[4];
    private String[] values = new String[4];
    private int entries;
    private List<String> tags = List.of();
    private byte[] inline;
    private String traceparent = "";

    static LimitWorkItem decode(byte[] bytes) {
        LimitWorkItem item = new LimitWorkItem();
        String[] tags = new String[4];
        int tagCount = 0;
        Limit in = new Limit(bytes, 0);
        while (in.at < bytes.length) {
            switch ((int) in.varint()) {
                case 10 -> item.id = in.string();
                case 18 -> item.kind = in.string();
                case 24 -> item.criticality = (int) in.varint();
                case 32 -> item.cost = (int) in.varint();
                case 42 -> item.deadline = instant(in);
                case 48 -> item.attempts = (int) in.varint();
                case 58 -> item.entry(in);
                case 66 -> tags[tagCount++] = in.string();
                case 74 -> {
                    int length = (int) in.varint();
                    item.inline = Arrays.copyOfRange(bytes, in.at, in.at + length);
                    in.at += length;
                }
                case 90 -> item.traceparent = in.string();
                default -> throw new IllegalArgumentException();
            }
        }
        item.tags = List.of(Arrays.copyOf(tags, tagCount));
        return item;
    }

    private static Instant instant(Limit in) {
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
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private void entry(Limit in) {
        int end = (int) in.varint() + in.at;
        while (in.at < end) {
            switch ((int) in.varint()) {
                case 10 -> keys[entries] = in.string();
                case 18 -> values[entries] = in.string();
                default -> throw new IllegalArgumentException();
            }
        }
        entries++;
    }

    byte[] encode() {
        Limit out = new Limit(new byte[1024], 1024);
        out.writeString(traceparent, 90);
        out.at -= inline.length;
        System.arraycopy(inline, 0, out.bytes, out.at, inline.length);
        out.writeVarint(inline.length);
        out.bytes[--out.at] = 74;
        for (int i = tags.size() - 1; i >= 0; i--) {
            out.writeString(tags.get(i), 66);
        }
        for (int i = entries - 1; i >= 0; i--) {
            int end = out.at;
            out.writeString(values[i], 18);
            out.writeString(keys[i], 10);
            out.writeVarint(end - out.at);
            out.bytes[--out.at] = 58;
        }
        out.writeField(attempts, 48);
        int end = out.at;
        out.writeField(deadline.getNano(), 16);
        out.writeField(deadline.getEpochSecond(), 8);
        out.writeVarint(end - out.at);
        out.bytes[--out.at] = 42;
        out.writeField(cost, 32);
        out.writeField(criticality, 24);
        out.writeString(kind, 18);
        out.writeString(id, 10);
        return Arrays.copyOfRange(out.bytes, out.at, out.bytes.length);
    }

    static final class Codecs implements Codec {
        @Override
        public Object decode(byte[] bytes) {
            return LimitWorkItem.decode(bytes);
        }

        @Override
        public byte[] encode(Object message) {
            return ((LimitWorkItem) message).encode();
        }

        @Override
        public byte[] buildAndEncode() {
            LimitWorkItem item = new LimitWorkItem();
            item.id = Sample.ID;
            item.kind = Sample.KIND;
            item.criticality = 2;
            item.cost = Sample.COST;
            item.deadline = Instant.ofEpochSecond(Sample.SECONDS, Sample.NANOS);
            item.attempts = Sample.ATTEMPTS;
            Sample.ATTRIBUTES.forEach((key, value) -> {
                item.keys[item.entries] = key;
                item.values[item.entries++] = value;
            });
            item.tags = List.copyOf(Sample.TAGS);
            item.inline = Sample.INLINE.clone();
            item.traceparent = Sample.TRACEPARENT;
            return item.encode();
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

    @Override
    public String toString() {
        return id + new String(inline, StandardCharsets.ISO_8859_1);
    }
}
