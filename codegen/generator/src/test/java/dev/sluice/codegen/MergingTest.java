package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.WireReader;
import dev.sluice.runtime.wellknown.Struct;
import dev.sluice.runtime.wellknown.Value;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message field that comes several times: what comes is merged, in time that grows with the bytes. */
class MergingTest {
    /** At a copy of all entries for each, these take hours. */
    private static final int OFTEN = 200_000;

    private static Value member(String key, Value value) {
        return Value.builder()
                .structValue(Struct.builder().putFields(key, value).build())
                .build();
    }

    private static Value text(String text) {
        return Value.builder().stringValue(text).build();
    }

    private static Struct struct(Value value) {
        return ((Value.KindCase.StructValue) value.kind()).value();
    }

    private static byte[] oneAfterAnother(Value... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Value part : parts) {
            bytes.writeBytes(part.toByteArray());
        }
        return bytes.toByteArray();
    }

    @Test
    @Timeout(120)
    void manyMergeInTimeThatGrowsWithThem() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < OFTEN; i++) {
            bytes.writeBytes(member("k" + i, text("v")).toByteArray());
        }

        Struct read = struct(Value.parseFrom(bytes.toByteArray()));

        assertThat(read.fields()).hasSize(OFTEN);
        assertThat(read.fields().get("k" + (OFTEN - 1))).isEqualTo(text("v"));
    }

    @Test
    @Timeout(120)
    void manyMergeWithinAnEntry() {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        for (int i = 0; i < OFTEN; i++) {
            byte[] value = member("k" + i, text("v")).toByteArray();
            entry.write(0x12);
            entry.write(value.length);
            entry.writeBytes(value);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x0a);
        for (int rest = entry.size(); ; rest >>>= 7) {
            bytes.write(rest > 0x7f ? rest & 0x7f | 0x80 : rest);
            if (rest <= 0x7f) {
                break;
            }
        }
        bytes.writeBytes(entry.toByteArray());

        Struct read = Struct.parseFrom(bytes.toByteArray());

        assertThat(read.fields()).hasSize(1);
        assertThat(struct(read.fields().values().iterator().next()).fields()).hasSize(OFTEN);
    }

    @Test
    void whatWasMergedNeverChanges() {
        Value read = Value.parseFrom(oneAfterAnother(member("a", text("1")), member("b", text("2"))));

        Struct before = struct(read);
        Struct more = before.toBuilder().putFields("c", text("3")).build();
        Value again = read.toBuilder()
                .mergeFrom(new WireReader(member("d", text("4")).toByteArray()))
                .build();

        assertThat(before.fields()).containsOnlyKeys("a", "b");
        assertThat(more.fields()).containsOnlyKeys("a", "b", "c");
        assertThat(struct(again).fields()).containsOnlyKeys("a", "b", "d");
    }

    @Test
    void aBuilderThatFailedHandsOutWhatNeverChanges() {
        byte[] broken = oneAfterAnother(member("a", text("1")), member("b", text("2")), member("c", text("3")));
        Value.Builder builder = Value.builder();

        assertThatThrownBy(() -> builder.mergeFrom(new WireReader(Arrays.copyOf(broken, broken.length - 1))))
                .isInstanceOf(MalformedMessageException.class);
        Value built = builder.build();
        builder.mergeFrom(new WireReader(member("e", text("5")).toByteArray()));

        assertThat(struct(built).fields()).containsKey("a").doesNotContainKey("e");
    }

    @Test
    void mergingLeavesTheMessageAsItWas() {
        Struct one = struct(member("a", text("1")));

        Struct merged =
                one.merging(new WireReader(struct(member("b", text("2"))).toByteArray()));
        merged.seal();

        assertThat(one.fields()).containsOnlyKeys("a");
        assertThat(merged.fields()).containsOnlyKeys("a", "b");
    }
}
