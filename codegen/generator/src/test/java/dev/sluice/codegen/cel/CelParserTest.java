package dev.sluice.codegen.cel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelParserTest {
    @ParameterizedTest
    @ValueSource(strings = {" && this", ".x", " + 1"})
    void aLongFlatExpressionIsRefused(String part) {
        assertThatThrownBy(() -> CelParser.parse("this" + part.repeat(100_000)))
                .isInstanceOf(NotCompiledException.class)
                .hasMessageContaining("more than 1000 operators");
    }

    @Test
    void aDeepExpressionIsRefused() {
        assertThatThrownBy(() -> CelParser.parse("(".repeat(100_000)))
                .isInstanceOf(NotCompiledException.class)
                .hasMessageContaining("nests more than");
    }
}
