import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.JsonOptions;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.MessageType;
import dev.sluice.runtime.Rpc;
import dev.sluice.runtime.Types;
import dev.sluice.runtime.WireLimits;
import dev.sluice.runtime.wellknown.Any;
import dev.sluice.runtime.wellknown.Timestamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import shapes.v1.CatalogueRpcs;
import shapes.v1.Modern;
import shapes.v1.Older;
import shapes.v1.Strict;
import shapes.v1.WellKnown;

/** What a program does with messages: types of the JDK, sharing, limits, streams, required fields. */
public final class UseMessages {
    private UseMessages() {}

    public static void run() throws IOException {
        typesOfTheJdk();
        buildersShareNothing();
        limitsAndStreams();
        requiredFields();
        looseStrings();
        closedEnums();
        redaction();
        services();
        anys();
    }

    private static void typesOfTheJdk() {
        Instant at = Instant.parse("2026-11-26T10:00:00.000000001Z");
        Duration span = Duration.ofMillis(-1500);
        WellKnown message = WellKnown.builder()
                .time(at)
                .span(span)
                .int32(0)
                .string("")
                .times(List.of(at, Instant.EPOCH))
                .putSpans("a", span)
                .addInt32s(5)
                .after(span)
                .build();
        WellKnown read = WellKnown.parseFrom(message.toByteArray());
        check(read.time().equals(at));
        check(read.span().equals(span));
        check(read.spanValue().seconds() == -1 && read.spanValue().nanos() == -500_000_000);
        check(read.hasInt32() && read.int32() == 0 && !read.hasInt64() && read.int64() == 0);
        check(read.hasString() && read.string().isEmpty());
        check(read.times().equals(List.of(at, Instant.EPOCH)));
        check(read.spans().equals(Map.of("a", span)));
        check(read.int32s().equals(List.of(5)));
        check(read.choice() instanceof WellKnown.ChoiceCase.After after && after.value().equals(span));
        check(read.toJson().startsWith("{\"time\":\"2026-11-26T10:00:00.000000001Z\",\"span\":\"-1.500s\",\"int32\":0"));
        check(WellKnown.fromJson(read.toJson()).equals(read));
        Timestamp beyond = Timestamp.builder().seconds(Long.MAX_VALUE).nanos(-1).build();
        WellKnown kept = WellKnown.parseFrom(WellKnown.builder().timeValue(beyond).build().toByteArray());
        check(kept.time().equals(Instant.MAX) && kept.timeValue().equals(beyond));
        check(kept.toString().contains("9223372036854775807s -1ns"));
        try {
            kept.toJson();
            check(false);
        } catch (IllegalStateException e) {
            check(e.getMessage().contains("no JSON form"));
        }
    }

    private static void buildersShareNothing() {
        WellKnown.Builder builder = WellKnown.builder().addInt32s(1).putSpans("a", Duration.ZERO);
        WellKnown first = builder.build();
        WellKnown second = builder.addInt32s(2).putSpans("b", Duration.ZERO).build();
        WellKnown third = first.toBuilder().addInt32s(3).build();
        check(first.int32s().equals(List.of(1)) && first.spans().size() == 1);
        check(second.int32s().equals(List.of(1, 2)) && second.spans().size() == 2);
        check(third.int32s().equals(List.of(1, 3)));
        check(builder.build() == builder.build());
        try {
            first.values().add(dev.sluice.runtime.wellknown.Value.defaultInstance());
            check(false);
        } catch (UnsupportedOperationException e) {
            check(first.values().isEmpty());
        }
        WellKnown merged = first.toBuilder().mergeFrom(third).build();
        check(merged.int32s().equals(List.of(1, 1, 3)));
        check(first.int32s().equals(List.of(1)) && third.int32s().equals(List.of(1, 3)));
    }

    private static void limitsAndStreams() throws IOException {
        Modern inner = Modern.builder().strict("x".repeat(50)).build();
        Modern message = Modern.builder().delimited(Modern.builder().delimited(inner).build()).build();
        byte[] bytes = message.toByteArray();
        check(Modern.TYPE.parseFrom(ByteBuffer.wrap(bytes)).equals(message));
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        check(Modern.TYPE.parseFrom(direct).equals(message) && !direct.hasRemaining());
        byte[] padded = new byte[bytes.length + 10];
        System.arraycopy(bytes, 0, padded, 5, bytes.length);
        check(Modern.TYPE.parseFrom(ByteBuffer.wrap(padded, 5, bytes.length).slice()).equals(message));
        check(Modern.TYPE.parseFrom(new ByteArrayInputStream(bytes), WireLimits.DEFAULT).equals(message));
        check(Modern.TYPE.parseFrom(bytes, new WireLimits(bytes.length, 2)).equals(message));
        refused(() -> Modern.TYPE.parseFrom(bytes, new WireLimits(bytes.length, 1)), "messages nest more than 1 deep");
        refused(
                () -> Modern.TYPE.parseFrom(bytes, new WireLimits(bytes.length - 1, 9)),
                "a message of more than " + (bytes.length - 1) + " bytes");
        refused(
                () -> Modern.TYPE.parseFrom(new ByteArrayInputStream(bytes), new WireLimits(20, 9)),
                "a message of more than 20 bytes");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageType.writeDelimited(message, out);
        MessageType.writeDelimited(inner, out);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        check(Modern.TYPE.parseDelimitedFrom(in, WireLimits.DEFAULT).orElseThrow().equals(message));
        check(Modern.TYPE.parseDelimitedFrom(in, WireLimits.DEFAULT).orElseThrow().equals(inner));
        check(Modern.TYPE.parseDelimitedFrom(in, WireLimits.DEFAULT).isEmpty());
        refused(
                () -> Modern.TYPE.parseDelimitedFrom(
                        new ByteArrayInputStream(new byte[] {-1}), WireLimits.DEFAULT),
                "truncated length");
        refused(
                () -> Modern.TYPE.parseDelimitedFrom(
                        new ByteArrayInputStream(new byte[] {-1, -1, -1, -1, 7}), new WireLimits(1000, 9)),
                "a message of more than 1000 bytes");
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void refused(Reading reading, String reason) throws IOException {
        try {
            reading.read();
        } catch (MalformedMessageException e) {
            if (!e.reason().equals(reason)) {
                throw new AssertionError(e.reason() + " for " + reason);
            }
            return;
        }
        throw new AssertionError("not refused: " + reason);
    }

    private static void requiredFields() throws IOException {
        refused(() -> Strict.parseFrom(new byte[0]), "required field name is missing");
        refused(() -> Strict.fromJson("{\"name\":\"a\",\"children\":[{}]}"), "required field children.name is missing");
        refused(() -> Strict.fromJson("{\"name\":\"a\",\"byNumber\":{\"1\":{}}}"), "required field by_number.name is missing");
        try {
            Strict.builder().strict(Strict.builder().name("b").build()).build();
            check(false);
        } catch (IllegalStateException e) {
            check("required field name of shapes.v1.Strict has not been set".equals(e.getMessage()));
        }
        check(!Strict.builder().buildPartial().hasName());
        Strict strict = Strict.builder().name("a").build();
        check(strict.data().equals(Bytes.copyOf(new byte[] {1, -1, 'x', '\n', '"', 'q', '\\'})));
        check(Float.isNaN(strict.ratio()) && strict.big() == -1);
    }

    private static void looseStrings() throws IOException {
        byte[] sent = {10, 1, 'a', 42, 5, (byte) 0xff, 'x', (byte) 0xc3, (byte) 0xa4, (byte) 0xe2};
        Strict strict = Strict.parseFrom(sent);
        check(java.util.Arrays.equals(strict.toByteArray(), sent));
        check(strict.loose().equals("\udcffx\u00e4\udce2"));
        check(strict.toJson().contains("\ufffdx\u00e4\ufffd"));
        refused(() -> Modern.parseFrom(new byte[] {26, 1, (byte) 0xff}), "string is not UTF-8");
        check(Modern.parseFrom(new byte[] {34, 1, (byte) 0xff}).hasLoose());
        byte[] closed = {90, 5, 10, 1, 'k', 16, 9};
        Modern unknown = Modern.parseFrom(closed);
        check(unknown.closedMap().isEmpty() && java.util.Arrays.equals(unknown.toByteArray(), closed));
        check(Older.Mood.forNumber(9) == Older.Mood.UNRECOGNIZED);
    }

    private static void closedEnums() {
        check(Older.builder().moodValue(1).build().mood() == Older.Mood.MOOD_BAD);
        isNoValue(() -> Older.builder().moodValue(9));
        isNoValue(() -> Older.builder().addMoodsValue(9));
        isNoValue(() -> Older.builder().chosenValue(9));
        isNoValue(() -> new Older.ChoiceCase.Chosen(9));
        isNoValue(() -> Modern.builder().putClosedMapValue("a", 9));
    }

    private static void isNoValue(Runnable setting) {
        try {
            setting.run();
        } catch (IllegalArgumentException e) {
            check(e.getMessage().equals("a closed enum has no value 9"));
            return;
        }
        throw new AssertionError("9 was taken");
    }

    private static void redaction() {
        Modern message = Modern.builder().secret(42).explicit(1).build();
        check(message.toString().equals("shapes.v1.Modern{\"explicit\":1,\"secret\":\"[REDACTED]\"}"));
        check(message.toJson().equals("{\"explicit\":1,\"secret\":42}"));
    }

    private static void services() {
        check(CatalogueRpcs.all().size() == 4);
        check(CatalogueRpcs.GET_ONE.path().equals("shapes.v1.Catalogue/GetOne"));
        for (Rpc<?, ?> rpc : CatalogueRpcs.all()) {
            check(rpc.request() == Modern.TYPE && rpc.response() == WellKnown.TYPE);
        }
        check(CatalogueRpcs.all().get(3) instanceof Rpc.Bidirectional<?, ?>);
        try {
            check(CatalogueRpcs.class.getField("TALK").isAnnotationPresent(Deprecated.class));
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static void anys() throws IOException {
        JsonOptions options = JsonOptions.STANDARD.with(Types.of(Modern.TYPE, Timestamp.TYPE, Any.TYPE));
        Any any = Any.builder()
                .typeUrl("type.example.com/shapes.v1.Modern")
                .value(Bytes.copyOf(Modern.builder().explicit(3).build().toByteArray()))
                .build();
        WellKnown message = WellKnown.builder().any(any).build();
        String json = message.toJson(options);
        check(json.equals("{\"any\":{\"@type\":\"type.example.com/shapes.v1.Modern\",\"explicit\":3}}"));
        check(WellKnown.TYPE.fromJson(json, options).equals(message));
        String late = "{\"any\":{\"value\":\"1970-01-01T00:00:01Z\",\"@type\":\"x/google.protobuf.Timestamp\"}}";
        check(WellKnown.TYPE.fromJson(late, options).any().typeUrl().equals("x/google.protobuf.Timestamp"));
        refused(
                () -> WellKnown.fromJson(json),
                "the options do not know the type type.example.com/shapes.v1.Modern of an Any");
        check(message.toString().contains("\"value\":\"CAM=\""));
        String nested = "{\"any\":{\"@type\":\"x/google.protobuf.Any\",\"value\":".repeat(1) + "{}" + "}}";
        check(WellKnown.TYPE.fromJson(nested, options).hasAny());
    }

    private static void check(boolean condition) {
        if (!condition) {
            throw new AssertionError();
        }
    }
}
