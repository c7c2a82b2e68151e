package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.WireWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what protobuf-java writes, wherever the buffer ends. */
class WireWriterTest {
    private static final int LARGEST_NUMBER = 536_870_911;

    /** Writes one field with protobuf-java. */
    interface Expected {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] expected(Expected field, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        for (int i = 0; i < times; i++) {
            field.write(out);
        }
        out.flush();
        return bytes.toByteArray();
    }

    /** The same field several times, by a writer that grows meanwhile. */
    private static byte[] written(WireWriter out, IntUnaryOperator field, int times) {
        int at = out.end();
        for (int i = 0; i < times; i++) {
            at = field.applyAsInt(at);
        }
        return out.toByteArray(at);
    }

    static List<Long> valuesOfEveryLength() {
        List<Long> values = new ArrayList<>();
        for (int bits = 0; bits < 64; bits++) {
            values.add(1L << bits);
            values.add((1L << bits) - 1);
            values.add(-(1L << bits));
        }
        return values;
    }

    static Stream<Integer> numbersOfTagsOfEveryLength() {
        return Stream.of(1, 15, 16, 2047, 2048, 262_143, 262_144, 33_554_431, 33_554_432, LARGEST_NUMBER);
    }

    @ParameterizedTest
    @MethodSource("numbersOfTagsOfEveryLength")
    void varintsOfEveryLengthAreThoseOfProtobuf(int number) throws IOException {
        int tag = number << 3;
        for (long value : valuesOfEveryLength()) {
            int low = (int) value;
            for (int room = 16; room <= 32; room++) {
                WireWriter out = new WireWriter(room);
                assertThat(written(out, at -> out.int64(at, tag, value), 4))
                        .isEqualTo(expected(to -> to.writeInt64(number, value), 4));
                assertThat(written(out, at -> out.sint64(at, tag, value), 4))
                        .isEqualTo(expected(to -> to.writeSInt64(number, value), 4));
                assertThat(written(out, at -> out.int32(at, tag, low), 4))
                        .isEqualTo(expected(to -> to.writeInt32(number, low), 4));
                assertThat(written(out, at -> out.uint32(at, tag, low), 4))
                        .isEqualTo(expected(to -> to.writeUInt32(number, low), 4));
                assertThat(written(out, at -> out.sint32(at, tag, low), 4))
                        .isEqualTo(expected(to -> to.writeSInt32(number, low), 4));
            }
        }
    }

    @Test
    void varintsWithoutTagAreThoseOfProtobuf() throws IOException {
        for (long value : valuesOfEveryLength()) {
            int low = (int) value;
            for (int room = 16; room <= 32; room++) {
                WireWriter out = new WireWriter(room);
                assertThat(written(out, at -> out.uint64(at, value), 4))
                        .isEqualTo(expected(to -> to.writeUInt64NoTag(value), 4));
                assertThat(written(out, at -> out.enumNumber(at, low), 4))
                        .isEqualTo(expected(to -> to.writeEnumNoTag(low), 4));
                assertThat(written(out, at -> out.uint32(at, low), 4))
                        .isEqualTo(expected(to -> to.writeUInt32NoTag(low), 4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("numbersOfTagsOfEveryLength")
    void fixedValuesAreThoseOfProtobuf(int number) throws IOException {
        for (long value : valuesOfEveryLength()) {
            for (int room = 16; room <= 32; room++) {
                WireWriter out = new WireWriter(room);
                assertThat(written(out, at -> out.fixed64(at, number << 3 | 1, value), 3))
                        .isEqualTo(expected(to -> to.writeFixed64(number, value), 3));
                assertThat(written(out, at -> out.fixed32(at, number << 3 | 5, (int) value), 3))
                        .isEqualTo(expected(to -> to.writeFixed32(number, (int) value), 3));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u007f", "\u0080", "é", "š", "\u07ff", "\u0800", "€", "\uffff", "\ud83d\ude00"})
    void aStringWithOneOtherCharacterAnywhereIsThatOfProtobuf(String other) throws IOException {
        for (int length = 0; length <= 24; length++) {
            for (int place = 0; place <= length; place++) {
                String text = "x".repeat(place) + other + "y".repeat(length - place);
                for (int room = 16; room <= 72; room += 7) {
                    WireWriter out = new WireWriter(room);
                    assertThat(written(out, at -> out.string(at, 10, text), 3))
                            .isEqualTo(expected(to -> to.writeString(1, text), 3));
                    assertThat(written(out, at -> out.looseString(at, 130, text), 3))
                            .isEqualTo(expected(to -> to.writeString(16, text), 3));
                }
            }
        }
    }

    @Test
    void textsAndBytesOfEveryLengthOfLengthAreThoseOfProtobuf() throws IOException {
        for (int length : new int[] {0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152}) {
            String text = "x".repeat(length);
            WireWriter out = new WireWriter();
            assertThat(written(out, at -> out.string(at, 10, text), 2))
                    .isEqualTo(expected(to -> to.writeString(1, text), 2));
            assertThat(written(out, at -> out.bytes(at, 10, Bytes.utf8(text)), 2))
                    .isEqualTo(expected(to -> to.writeString(1, text), 2));
        }
    }

    @Test
    void aSurrogateWithoutItsPartnerIsRefused() {
        WireWriter out = new WireWriter();
        for (String text : List.of("\ud83d", "a\ude00", "\ud83dx", "\ude00\ud83d")) {
            assertThatThrownBy(() -> out.string(out.end(), 10, text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("surrogate");
        }
    }

    @Test
    void lengthsStayRightWhenTheBufferGrows() {
        WireWriter out = new WireWriter(16);
        int before = out.size(out.end());
        int at = out.string(out.end(), 10, "x".repeat(100));
        at = out.length(before, 18, at);

        assertThat(out.toByteArray(at)).startsWith(18, 102, 10, 100, 'x').hasSize(104);
    }
}
