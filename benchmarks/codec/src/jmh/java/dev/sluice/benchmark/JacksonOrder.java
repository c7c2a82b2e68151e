package dev.sluice.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The documents of order-event.schema.json as records that Jackson databind binds. */
final class JacksonOrder {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(new TimeWriter())
                    .addDeserializer(OffsetDateTime.class, new TimeReader()))
            .build();

    private JacksonOrder() {}

    enum Type {
        @JsonProperty("order.created")
        CREATED,
        @JsonProperty("order.paid")
        PAID,
        @JsonProperty("order.shipped")
        SHIPPED,
        @JsonProperty("order.cancelled")
        CANCELLED
    }

    enum Brand {
        @JsonProperty("visa")
        VISA,
        @JsonProperty("mastercard")
        MASTERCARD,
        @JsonProperty("amex")
        AMEX
    }

    record Event(UUID id, Type type, OffsetDateTime time, int attempt, Map<String, String> headers, Order order) {}

    record Order(
            String number,
            Customer customer,
            List<Line> lines,
            Payment payment,
            String currency,
            double total,
            String note,
            List<String> tags) {}

    record Customer(long id, String name, String email, String phone, boolean vip) {}

    record Line(String sku, String title, int quantity, double price, Map<String, String> options) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
    @JsonSubTypes({@JsonSubTypes.Type(value = Card.class, name = "card"), @JsonSubTypes.Type(value = Invoice.class, name = "invoice")})
    sealed interface Payment {}

    record Card(Brand brand, String last4) implements Payment {}

    record Invoice(Integer days) implements Payment {}

    private static final class TimeWriter extends StdSerializer<OffsetDateTime> {
        TimeWriter() {
            super(OffsetDateTime.class);
        }

        @Override
        public void serialize(OffsetDateTime value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class TimeReader extends StdDeserializer<OffsetDateTime> {
        TimeReader() {
            super(OffsetDateTime.class);
        }

        @Override
        public OffsetDateTime deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return OffsetDateTime.parse(in.getText());
        }
    }
}
