package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.UninterpretedOption.OptionValue;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are those of protoc 4.36. */
final class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "int32, -0, 0",
        "int32, 0X1f, 31",
        "sint32, - 0x80000000, -2147483648",
        "int64, 017, 15",
        "sfixed64, -9223372036854775808, -9223372036854775808",
        "uint64, 18446744073709551615, 18446744073709551615",
        "double, 18446744073709551616, 1.8446744073709552e+19",
        "double, 0x10, 16",
        "double, 1., 1",
        "double, .5, 0.5",
        "double, 0.1, 0.1",
        "double, 0.3, 0.3",
        "double, 1e15, 1e+15",
        "double, 1e14, 100000000000000",
        "double, 0.0001, 0.0001",
        "double, 0.00001, 1e-05",
        "double, 123456789.123456789, 123456789.12345679",
        "double, 5e-324, 4.94065645841247e-324",
        "double, 1e400, inf",
        "double, -1e400, -inf",
        "double, -nan, nan",
        "double, -0, -0",
        "float, 1234567, 1234567",
        "float, 16777217, 16777216",
        "float, 0.1, 0.1",
        "float, 10000000, 1e+07",
        "float, 3.4028235e38, 3.40282347e+38",
        "float, 3.5e38, inf",
        "float, 1e-45, 1.40129846e-45",
        "bool, false, false",
        "E, FOO, FOO",
    })
    void defaultsAreCanonical(String type, String written, String expected) {
        assertThat(defaultOf(type, written)).isEqualTo(expected);
    }

    @Test
    void stringDefaultIsUnescapedAndJoined() {
        assertThat(defaultOf("string", "'a\\n' \"\\u00e9\\x41\\101\" '\\ud83d\\ude00\\U0001f600'"))
                .isEqualTo("a\n\u00e9AA\ud83d\ude00\ud83d\ude00");
    }

    @Test
    void bytesDefaultIsEscapedAgain() {
        assertThat(defaultOf("bytes", "'\\0\\x1\\377\\n\\r\\t\\a\\?\\'\\\"\\\\\u007f\u00e9z'"))
                .isEqualTo("\\000\\001\\377\\n\\r\\t\\007?\\'\\\"\\\\\\177\\303\\251z");
    }

    @Test
    void codePointPastTheEndOfUnicodeIsLeftAsItsEscape() {
        assertThat(defaultOf("string", "'\\U00110000'")).isEqualTo("\\U00110000");
    }

    @Test
    void integersInOptionsKeepTheirSign() {
        assertThat(option("18446744073709551615")).isEqualTo(new UninterpretedOption.PositiveInt(-1L));
        assertThat(option("-9223372036854775808")).isEqualTo(new UninterpretedOption.NegativeInt(Long.MIN_VALUE));
        assertThat(option("- 0")).isEqualTo(new UninterpretedOption.NegativeInt(0));
    }

    @Test
    void integersPast64BitsBecomeFloatsInOptions() {
        assertThat(option("18446744073709551616")).isEqualTo(new UninterpretedOption.FloatValue(0x1p64));
        assertThat(option("-9223372036854775809")).isEqualTo(new UninterpretedOption.FloatValue(-0x1p63));
    }

    @Test
    void floatsInOptionsAreRead() {
        assertThat(option("1.5e3")).isEqualTo(new UninterpretedOption.FloatValue(1500));
        assertThat(option("-inf")).isEqualTo(new UninterpretedOption.FloatValue(Double.NEGATIVE_INFINITY));
        assertThat(option("-nan")).isEqualTo(new UninterpretedOption.FloatValue(Double.NaN));
        assertThat(option("inf")).isEqualTo(new UninterpretedOption.Identifier("inf"));
    }

    @Test
    void stringsInOptionsAreBytes() {
        UninterpretedOption.StringBytes value = (UninterpretedOption.StringBytes) option("'\\377' \"b\"");
        assertThat(value.value()).containsExactly(0xff, 'b');
    }

    @ParameterizedTest
    @CsvSource({"1f", "1.5.", "0x", "0x1.5", "08", "1e", "1e+", "1_0", "1.2.3", "017.5"})
    void malformedNumbersAreProblems(String number) {
        assertThat(Sample.problems("option x = " + number + ";")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"'\\q'", "'\\x'", "'\\xg'", "'\\u12'", "'\\U00200000'", "'\\U0001'", "'abc", "\"abc'", "-'a'"})
    void malformedStringsAreProblems(String literal) {
        assertThat(Sample.problems("option x = " + literal + ";")).isNotEmpty();
    }

    @Test
    void integersOutOfRangeAreProblems() {
        assertThat(Sample.problems("message M { optional int32 a = 2147483648; }"))
                .containsExactly("1:32: 2147483648 is out of range; at most 2147483647 is possible here");
        assertThat(Sample.problems("message M { optional uint32 a = 1 [default = 4294967296]; }"))
                .containsExactly("1:46: 4294967296 is out of range; at most 4294967295 is possible here");
        assertThat(Sample.problems("enum E { A = -2147483649; }"))
                .containsExactly("1:15: 2147483649 is out of range; at most 2147483648 is possible here");
    }

    private static String defaultOf(String type, String written) {
        return Objects.requireNonNull(
                Sample.message("message M { optional " + type + " f = 1 [default = " + written + "]; }")
                        .fields()
                        .get(0)
                        .defaultValue());
    }

    private static OptionValue option(String value) {
        return Sample.options(Sample.parse("option x = " + value + ";").options())
                .get(0)
                .value();
    }
}
