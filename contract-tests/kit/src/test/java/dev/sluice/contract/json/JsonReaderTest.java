package dev.sluice.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
    @Test
    void whatIsWrittenReadsBackEqual() throws JsonSyntaxException {
        String text = "{\"a\":[1,-2.50,3E+2,true,false,null,\"\\\"\\\\\\u00e9\\u0001\"],\"b\":{},\"c\":[]}";
        Json value = JsonReader.read(text);
        assertThat(JsonReader.read(JsonWriter.write(value))).isEqualTo(value);
        assertThat(JsonWriter.write(value)).isEqualTo(text);
    }

    @Test
    void wholeNumbersAreReadFromNumbersAndStrings() throws JsonSyntaxException {
        Json.Obj object =
                (Json.Obj) JsonReader.read("{\"a\":7,\"b\":\"8\",\"c\":7.5,\"d\":\"x\",\"e\":7.0,\"f\":null}");
        assertThat(object.whole("a")).contains(7L);
        assertThat(object.whole("b")).contains(8L);
        assertThat(object.whole("c")).isEmpty();
        assertThat(object.whole("d")).isEmpty();
        assertThat(object.whole("e")).contains(7L);
        assertThat(object.whole("f")).isEmpty();
        assertThat(object.whole("g")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | member \"a\" twice",
                "{\"a\":1,} | expected '\"'",
                "[1 2] | expected ','",
                "[1,2 | the text ends early",
                "01 | text after the value",
                "+1 | unexpected '+'",
                "NaN | unexpected 'N'",
                "\"\\x\" | escape \\x",
                "\"\\u12g4\" | bad \\u escape",
                "nul | expected null",
                "{} {} | text after the value"
            })
    void whatIsNoJsonIsRefusedWithItsPlace(String text, String why) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageStartingWith("at character ")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void deepNestingIsRefusedNotFollowed(int depth) {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(depth)))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("nested deeper than 64");
    }

    @Test
    void invalidUtf8IsRefused() {
        assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("invalid UTF-8");
    }
}
