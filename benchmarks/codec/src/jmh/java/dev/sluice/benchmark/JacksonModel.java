package dev.sluice.benchmark;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The messages as records that Jackson databind binds to the same JSON. */
final class JacksonModel {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_DEFAULT)
            .addModule(new SimpleModule()
                    .addSerializer(new InstantWriter())
                    .addSerializer(new DurationWriter())
                    .addDeserializer(Instant.class, new InstantReader())
                    .addDeserializer(Duration.class, new DurationReader()))
            .build();

    private JacksonModel() {}

    static Class<?> of(String message) {
        return switch (message) {
            case "WorkItem" -> WorkItem.class;
            case "Capacity" -> Capacity.class;
            case "PullResponse" -> PullResponse.class;
            default -> throw new IllegalArgumentException(message);
        };
    }

    enum Criticality {
        CRITICALITY_UNSPECIFIED,
        CRITICALITY_SHEDDABLE,
        CRITICALITY_CRITICAL
    }

    record WorkItem(
            String id,
            String kind,
            Criticality criticality,
            int cost,
            Instant deadline,
            int attempts,
            Map<String, String> attributes,
            List<String> tags,
            byte[] inline,
            String reference,
            String traceparent) {}

    record Capacity(
            int credits,
            int inFlight,
            int queued,
            int queueLimit,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long accepted,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long refused,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long completed,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long failed,
            int workers,
            int epoch,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long sequence,
            boolean draining,
            Duration retryAfter,
            Duration window,
            double utilization,
            double rate) {}

    record PullResponse(List<ReceivedMessage> receivedMessages) {}

    record ReceivedMessage(String ackId, PubsubMessage message, int deliveryAttempt) {}

    record PubsubMessage(
            byte[] data, Map<String, String> attributes, String messageId, Instant publishTime, String orderingKey) {}

    private static final class InstantWriter extends StdSerializer<Instant> {
        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instant.parse(in.getText());
        }
    }

    private static final class DurationWriter extends StdSerializer<Duration> {
        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            BigDecimal seconds = BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
            out.writeString(seconds.stripTrailingZeros().toPlainString() + "s");
        }
    }

    private static final class DurationReader extends StdDeserializer<Duration> {
        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getText();
            BigDecimal seconds = new BigDecimal(text.substring(0, text.length() - 1));
            return Duration.ofSeconds(
                    seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
        }
    }
}
