package dev.sluice.benchmark;

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

/** Decodes, encodes and goes through JSON, in nanoseconds a message. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class CodecBenchmark {
    @Param({"WorkItem", "Capacity", "PullResponse", "FileDescriptor"})
    public String message;

    @Param({"sluice", "protobuf", "wire", "quickbuf", "limit"})
    public String peer;

    private Codec codec;
    private byte[] bytes;
    private Object decoded;
    private String json;

    @Setup
    public void prepare() throws Exception {
        codec = Codecs.of(message, peer);
        bytes = Codecs.sample(message);
        decoded = codec.decode(bytes);
        json = Codecs.sampleJson(message);
        check();
    }

    /** What a peer writes must be what protobuf-java reads as the sample. */
    private void check() throws Exception {
        Codec judge = Codecs.of(message, "protobuf");
        Object expected = judge.decode(bytes);
        same(expected, judge.decode(codec.encode(decoded)), "encode");
        try {
            same(expected, judge.decode(codec.buildAndEncode()), "buildAndEncode");
        } catch (UnsupportedOperationException e) {
            return;
        }
    }

    private void same(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(peer + " " + what + " gives another " + message + ": " + actual);
        }
    }

    @Benchmark
    public Object decode() throws Exception {
        return codec.decode(bytes);
    }

    @Benchmark
    public byte[] encode() throws Exception {
        return codec.encode(decoded);
    }

    @Benchmark
    public byte[] buildAndEncode() throws Exception {
        return codec.buildAndEncode();
    }

    @Benchmark
    public String jsonWrite() throws Exception {
        return codec.toJson(decoded);
    }

    @Benchmark
    public Object jsonParse() throws Exception {
        return codec.fromJson(json);
    }
}
