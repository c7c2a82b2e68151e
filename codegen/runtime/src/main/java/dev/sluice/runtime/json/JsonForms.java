package dev.sluice.runtime.json;

import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.JsonWriter;
import dev.sluice.runtime.Violations;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The forms of values that are neither objects nor arrays. */
public final class JsonForms {
    /** Any JSON value. */
    public static final JsonForm<JsonValue> VALUE = form(JsonCursor::value, JsonValue::writeTo);

    /** A string. */
    public static final JsonForm<String> STRING = form(JsonCursor::string, (value, out) -> out.string(value));

    /** True or false. */
    public static final JsonForm<Boolean> BOOLEAN = form(JsonCursor::bool, (value, out) -> out.bool(value));

    /** A whole number of 32 bits. */
    public static final JsonForm<Integer> INT =
            form(in -> (int) in.integer(Integer.MIN_VALUE, Integer.MAX_VALUE), (value, out) -> out.integer(value));

    /** A whole number of 64 bits. */
    public static final JsonForm<Long> LONG =
            form(in -> in.integer(Long.MIN_VALUE, Long.MAX_VALUE), (value, out) -> out.integer(value));

    /** A whole number. */
    public static final JsonForm<BigInteger> BIG_INTEGER =
            form(JsonCursor::integer, (value, out) -> out.number(value.toString()));

    /** A number, as the double nearest to it. */
    public static final JsonForm<Double> DOUBLE = form(JsonForms::decimal, (value, out) -> {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("JSON has no " + value);
        }
        out.float64(value);
    });

    /** A time with date and offset (RFC 3339). */
    public static final JsonForm<OffsetDateTime> DATE_TIME =
            text("a time such as 2030-01-31T09:30:00Z", Format::dateTime, JsonForms::shown);

    /** A date (RFC 3339). */
    public static final JsonForm<LocalDate> DATE = text("a date such as 2030-01-31", Format::date, LocalDate::toString);

    /** A time of day with offset (RFC 3339). */
    public static final JsonForm<OffsetTime> TIME = text(
            "a time of day such as 09:30:00Z",
            Format::time,
            time -> shown(time.toLocalTime()) + time.getOffset().getId());

    /** A duration (RFC 3339, appendix A). */
    public static final JsonForm<IsoDuration> DURATION = text(
            "a duration such as PT1H30M",
            value -> IsoDuration.isDuration(value) ? Optional.of(new IsoDuration(value)) : Optional.empty(),
            IsoDuration::text);

    /** A UUID (RFC 4122). */
    public static final JsonForm<UUID> ID = text("a UUID", Format::uuid, UUID::toString);

    /** A URI (RFC 3986). */
    public static final JsonForm<URI> LINK = text("a URI", JsonForms::uri, URI::toString);

    /** Bytes in base64 (RFC 4648, 4). */
    public static final JsonForm<Bytes> BASE64 = text(
            "base64",
            value -> bytes(value, Base64.getDecoder(), Base64.getEncoder()),
            bytes -> Base64.getEncoder().encodeToString(bytes.toByteArray()));

    /** Bytes in base64 for URLs (RFC 4648, 5). */
    public static final JsonForm<Bytes> BASE64_URL = text(
            "base64url",
            value -> bytes(value, Base64.getUrlDecoder(), Base64.getUrlEncoder()),
            bytes -> Base64.getUrlEncoder().encodeToString(bytes.toByteArray()));

    private JsonForms() {}

    private static <T> JsonForm<T> form(Function<JsonCursor, T> reader, BiConsumer<T, JsonWriter> writer) {
        return new JsonForm<>() {
            @Override
            public T read(JsonCursor in) {
                return reader.apply(in);
            }

            @Override
            public void write(T value, JsonWriter out) {
                writer.accept(value, out);
            }

            @Override
            public void validate(T value, Violations to) {}
        };
    }

    private static <T> JsonForm<T> text(String what, Function<String, Optional<T>> reader, Function<T, String> writer) {
        return form(
                in -> {
                    int start = in.start();
                    return reader.apply(in.string()).orElseThrow(() -> in.malformed(start, "expected " + what));
                },
                (value, out) -> out.string(writer.apply(value)));
    }

    private static double decimal(JsonCursor in) {
        int start = in.start();
        double value = Double.parseDouble(in.number("a number").json());
        if (Double.isInfinite(value)) {
            throw in.malformed(start, "a number is out of the range of double");
        }
        return value;
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && Format.has(text, "uri") ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Bytes> bytes(String text, Base64.Decoder decoder, Base64.Encoder encoder) {
        try {
            byte[] bytes = decoder.decode(text);
            return encoder.encodeToString(bytes).equals(text) ? Optional.of(Bytes.copyOf(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shown(OffsetDateTime time) {
        LocalDateTime local = time.toLocalDateTime();
        return local.toLocalDate() + "T" + shown(local.toLocalTime())
                + time.getOffset().getId();
    }

    private static String shown(LocalTime time) {
        if (time.getNano() > 0) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        return time.getSecond() == 0 ? time + ":00" : time.toString();
    }
}
