package dev.sluice.benchmark;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sluice.event.OrderEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document of order-event.schema.json, in nanoseconds: its text read and written by bindings that are made of the schema
 * and by Jackson databind; its assertions checked by the bindings and by networknt's validator, on what has been read and
 * on text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class JsonSchemaBenchmark {
    private final ObjectReader reader = JacksonOrder.MAPPER.readerFor(JacksonOrder.Event.class);
    private final ObjectWriter writer = JacksonOrder.MAPPER.writerFor(JacksonOrder.Event.class);

    private String text;
    private OrderEvent ours;
    private JacksonOrder.Event theirs;
    private Schema schema;
    private JsonNode node;

    @Setup
    public void prepare() throws Exception {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("order-event.schema.json"));
        JsonMapper mapper = new JsonMapper();
        node = mapper.readTree(resource("order-event.json"));
        text = node.toString();
        ours = OrderEvent.fromJson(text);
        theirs = reader.readValue(text);
        if (!mapper.readTree(ours.toJson()).equals(node)
                || !mapper.readTree(writer.writeValueAsString(theirs)).equals(node)) {
            throw new IllegalStateException("not the same document: " + ours + " " + theirs);
        }
        if (!ours.validate().isEmpty() || !networkntValidate().isEmpty()) {
            throw new IllegalStateException("not valid: " + ours.validate() + networkntValidate());
        }
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = JsonSchemaBenchmark.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Benchmark
    public Object sluiceParse() {
        return OrderEvent.fromJson(text);
    }

    @Benchmark
    public Object jacksonParse() throws Exception {
        return reader.readValue(text);
    }

    @Benchmark
    public String sluiceWrite() {
        return ours.toJson();
    }

    @Benchmark
    public String jacksonWrite() throws Exception {
        return writer.writeValueAsString(theirs);
    }

    @Benchmark
    public Object sluiceValidate() {
        return ours.validate();
    }

    @Benchmark
    public List<?> networkntValidate() {
        return schema.validate(
                node, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @Benchmark
    public Object sluiceParseAndValidate() {
        return OrderEvent.fromJson(text).validate();
    }

    @Benchmark
    public Object networkntParseAndValidate() {
        return schema.validate(
                text,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
