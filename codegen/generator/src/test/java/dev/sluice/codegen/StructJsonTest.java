package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.wellknown.Struct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that a Struct takes in. */
class StructJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"b\":{\"a\":1,\"a\":2}}", "{\"b\":[{\"a\":1,\"\\u0061\":2}]}"})
    void aKeyThatIsThereTwiceIsRefused(String json) {
        assertThatThrownBy(() -> Struct.fromJson(json))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("this key is there twice");
    }
}
