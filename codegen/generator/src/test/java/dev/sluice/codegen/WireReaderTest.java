package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.WireReader;
import dev.sluice.runtime.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are read up to the last byte of the array, and none beyond it. */
class WireReaderTest {
    private static <T> T read(byte[] value, Function<WireReader, T> as) {
        return as.apply(new WireReader(value));
    }

    private static <T> void refusesEveryPart(byte[] value, Function<WireReader, T> as) {
        for (int length = 0; length < value.length; length++) {
            byte[] part = Arrays.copyOf(value, length);
            assertThatThrownBy(() -> read(part, as))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("truncated");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sluice.codegen.WireWriterTest#valuesOfEveryLength")
    void aNumberAtTheEndIsReadAndNoneThatIsCutOff(long value) {
        WireWriter out = new WireWriter();
        byte[] varint = out.toByteArray(out.uint64(out.end(), value));
        byte[] fixed64 = out.toByteArray(out.fixed64(out.end(), value));
        byte[] fixed32 = out.toByteArray(out.fixed32(out.end(), (int) value));

        assertThat(read(varint, WireReader::uint64)).isEqualTo(value);
        assertThat(read(varint, WireReader::uint32)).isEqualTo((int) value);
        assertThat(read(fixed64, WireReader::fixed64)).isEqualTo(value);
        assertThat(read(fixed32, WireReader::fixed32)).isEqualTo((int) value);
        refusesEveryPart(varint, WireReader::uint64);
        refusesEveryPart(fixed64, WireReader::fixed64);
        refusesEveryPart(fixed32, WireReader::fixed32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u007f", "\u0080", "é", "š", "€", "\ufffd", "\ud83d\ude00"})
    void aStringWithOneOtherCharacterAnywhereIsRead(String other) {
        WireWriter out = new WireWriter();
        for (int length = 0; length <= 24; length++) {
            for (int place = 0; place <= length; place++) {
                String text = "x".repeat(place) + other + "y".repeat(length - place);
                byte[] field = out.toByteArray(out.string(out.end(), 10, text));
                byte[] value = Arrays.copyOfRange(field, 1, field.length);

                assertThat(read(value, WireReader::string)).isEqualTo(text);
                assertThat(read(value, WireReader::looseString)).isEqualTo(text);
                refusesEveryPart(value, WireReader::string);
                refusesEveryPart(value, WireReader::looseString);
            }
        }
    }

    @Test
    void oneByteAnywhereThatIsNotUtf8IsRefused() {
        for (int length = 1; length <= 24; length++) {
            for (int place = 0; place < length; place++) {
                byte[] value = ((char) length + "x".repeat(length)).getBytes(StandardCharsets.US_ASCII);
                value[place + 1] = (byte) 0xff;

                assertThatThrownBy(() -> read(value, WireReader::string))
                        .isInstanceOf(MalformedMessageException.class)
                        .hasMessageContaining("not UTF-8");
                String loose = read(value, WireReader::looseString);
                WireWriter out = new WireWriter();
                byte[] again = out.toByteArray(out.looseString(out.end(), 10, loose));
                assertThat(Arrays.copyOfRange(again, 1, again.length)).isEqualTo(value);
            }
        }
    }
}
