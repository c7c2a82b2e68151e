package dev.sluice.benchmark;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The JSON of {@link CodecBenchmark} by Jackson databind, which has no wire form, in nanoseconds a message. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class JacksonBenchmark {
    @Param({"WorkItem", "Capacity", "PullResponse"})
    public String message;

    private ObjectReader reader;
    private ObjectWriter writer;
    private Object decoded;
    private String json;

    @Setup
    public void prepare() throws Exception {
        reader = JacksonModel.MAPPER.readerFor(JacksonModel.of(message));
        writer = JacksonModel.MAPPER.writerFor(JacksonModel.of(message));
        json = Codecs.sampleJson(message);
        decoded = reader.readValue(json);
        Codec judge = Codecs.of(message, "protobuf");
        Object expected = judge.fromJson(json);
        Object actual = judge.fromJson(writer.writeValueAsString(decoded));
        if (!expected.equals(actual)) {
            throw new IllegalStateException("Jackson writes another " + message + ": " + actual);
        }
    }

    @Benchmark
    public String jsonWrite() throws Exception {
        return writer.writeValueAsString(decoded);
    }

    @Benchmark
    public Object jsonParse() throws Exception {
        return reader.readValue(json);
    }
}
