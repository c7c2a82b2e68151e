package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.runtime.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings of any characters stand in JSON text as they are, wherever the first is that one byte does not hold. */
class JsonTextTest {
    private static final List<String> PIECES = List.of("", "a", "\u00e9", "\u00ff", "\u0100", "\u20ac", "\ud83d\ude80");

    @Test
    void stringsOfSeveralKindsOfCharactersFollowEachOther() {
        for (String first : PIECES) {
            for (String second : PIECES) {
                for (String third : PIECES) {
                    String json =
                            "[\"" + first + second.repeat(300) + "\",{\"" + second + "\":\"" + third + first + "\"}]";
                    assertThat(JsonValue.parse(json).toJson()).isEqualTo(json);
                }
            }
        }
    }
}
