package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.wellknown.ListValue;
import dev.sluice.runtime.wellknown.Struct;
import dev.sluice.runtime.wellknown.Value;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault tells the numbers of the fields that lead to it, wherever in a message it is. */
class FaultPathTest {

    private static void assertPath(byte[] bytes, String path, String reason) {
        assertThatThrownBy(() -> Struct.parseFrom(bytes))
                .isInstanceOfSatisfying(
                        MalformedMessageException.class,
                        e -> assertThat(e.path() + ": " + e.reason()).isEqualTo(path + ": " + reason));
    }

    @ParameterizedTest
    @CsvSource({
        "K, 1.1, string is not UTF-8",
        "L, 1.2.3, string is not UTF-8",
        "M, 1.1, string is not UTF-8",
        "N, 1.2.6.1.5.1.1, string is not UTF-8",
        "O, 1.2.6.1.5.1.2.3, string is not UTF-8",
        "P, 1.2.6.1.3, string is not UTF-8",
    })
    void withinMessages(char broken, String path, String reason) {
        Value inner = Value.builder()
                .structValue(Struct.builder()
                        .putFields("N", Value.builder().stringValue("O").build())
                        .build())
                .build();
        byte[] bytes = Struct.builder()
                .putFields("K", Value.builder().stringValue("L").build())
                .putFields(
                        "M",
                        Value.builder()
                                .listValue(ListValue.builder()
                                        .addValues(
                                                Value.builder().numberValue(1.5).build())
                                        .addValues(inner)
                                        .addValues(
                                                Value.builder().stringValue("P").build())
                                        .build())
                                .build())
                .build()
                .toByteArray();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == broken) {
                bytes[i] = (byte) 0xff;
            }
        }

        assertPath(bytes, path, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "80, '', truncated message",
        "0a, 1, truncated message",
        "0aff, 1, truncated message",
        "0a0500, 1, truncated message",
        "0affffffff0f, 1, negative length",
        "0a0117, 1.2, invalid wire type 7",
        "0a031203ff, 1.2, truncated message",
        "0a0010, 2, truncated message",
        "0a001f, 3, invalid wire type 7",
        "100100, 2, invalid field number 0",
        "0a0100, 1, invalid field number 0",
        "1080808080808080808080, 2, varint of more than 10 bytes",
        "0c, 1, end of a group that did not start",
        "535b0880, 10.11.1, truncated message",
        "535b08015c54190102, 3, truncated message",
        "535b08015c1a0554, 10.3, truncated message",
        "5308015c, 10.11, end of a group that did not start",
        "53, 10, truncated message",
    })
    void betweenFields(String hexadecimal, String path, String reason) {
        assertPath(HexFormat.of().parseHex(hexadecimal), path, reason);
    }

    @Test
    void beyondTheGreatestDepth() {
        byte[] groups = new byte[101];
        Arrays.fill(groups, (byte) 0x0b);

        assertPath(groups, "1" + ".1".repeat(100), "messages nest more than 100 deep");
    }
}
