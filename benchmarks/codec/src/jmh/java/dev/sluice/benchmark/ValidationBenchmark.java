package dev.sluice.benchmark;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import com.google.protobuf.ByteString;
import dev.sluice.runtime.Message;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/**
 * Validates valid messages of the contract's own schemas, in nanoseconds a message: compiled rules and protovalidate-java.
 * Beside them, as a limit, what is left when there is nothing but the characters: those that patterns are about, each looked
 * up in a table, from arrays of bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class ValidationBenchmark {
    /** Of each Latin-1 character whether [A-Za-z0-9._-] has it. */
    private static final boolean[] ALLOWED = new boolean[256];

    static {
        for (char c = 0; c < 128; c++) {
            ALLOWED[c] = Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
        }
    }

    @Param({"WorkItem", "Capacity"})
    public String message;

    private Validator validator;
    private com.google.protobuf.Message theirs;
    private Message ours;
    private byte[][] texts;

    @Setup
    public void prepare() throws Exception {
        validator = ValidatorFactory.newBuilder().build();
        theirs = message.equals("WorkItem") ? workItem() : capacity();
        byte[] bytes = theirs.toByteArray();
        ours = message.equals("WorkItem")
                ? sluice.protocol.work.v1.WorkItem.parseFrom(bytes)
                : sluice.protocol.capacity.v1.Capacity.parseFrom(bytes);
        if (!validator.validate(theirs).isSuccess() || !ours.validate().isEmpty()) {
            throw new IllegalStateException("the sample is not valid: " + ours.validate());
        }
        texts = (message.equals("WorkItem") ? workItemTexts() : Stream.of("worker-1"))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
    }

    private static com.google.protobuf.Message workItem() {
        return protobuf.protocol.work.v1.WorkItem.newBuilder()
                .setWorkId(Sample.ID)
                .setTenant("tenant-1")
                .setKind(Sample.KIND)
                .setCriticality(protobuf.protocol.work.v1.Criticality.CRITICALITY_CRITICAL)
                .setDeadlineMs(30_000)
                .setAttempt(1)
                .setPayload(ByteString.copyFrom(Sample.INLINE))
                .setCost(3)
                .putAllAttributes(Sample.ATTRIBUTES)
                .build();
    }

    private static Stream<String> workItemTexts() {
        return Stream.concat(Stream.of(Sample.ID, "tenant-1", Sample.KIND), Sample.ATTRIBUTES.keySet().stream());
    }

    private static com.google.protobuf.Message capacity() {
        return protobuf.protocol.capacity.v1.Capacity.newBuilder()
                .setSchemaVersion(1)
                .setProviderId("worker-1")
                .setEpoch(3)
                .setSeq(987_654)
                .setLimit(20)
                .setUsed(5)
                .setAvailable(15)
                .setConcurrencyLimit(4)
                .setQueueLimit(16)
                .setRunning(4)
                .setQueued(1)
                .setUtilization(1)
                .setLevel(protobuf.protocol.capacity.v1.CapacityLevel.CAPACITY_LEVEL_NOMINAL)
                .setTtlMs(1000)
                .setPolicyRevision(1)
                .build();
    }

    @Benchmark
    public Object sluice() {
        return ours.validate();
    }

    @Benchmark
    public boolean characters() {
        for (byte[] text : texts) {
            for (int i = 0; i < text.length; i++) {
                if (!ALLOWED[text[i] & 0xff]) {
                    return false;
                }
            }
        }
        return true;
    }

    @Benchmark
    public Object protovalidate() throws Exception {
        return validator.validate(theirs);
    }
}
