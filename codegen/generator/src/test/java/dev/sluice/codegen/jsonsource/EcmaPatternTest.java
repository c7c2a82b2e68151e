package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.runtime.regex.Regex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of ECMA-262 mean in the runtime's syntax what they mean there. */
class EcmaPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[A-Z]{2}-\\d+$ AB-12 ab-12",
                "^\\u00e9$ é e",
                "^\\u{1F600}$ 😀 x",
                "^\\uD83D\\uDE00$ 😀 x",
                "^\\x41\\/b$ A/b A\\/b",
                "^(?<year>\\d{4})$ 2030 203",
                "^(?:a|b)+?$ abba abc",
                "^[^\\s]+$ ab '\u00a0'",
                "^[[]$ [ x",
                "^\\p{L}$ é 1",
                "^\\p{Script=Greek}$ λ l",
                "^[]$|^a$ a ]",
                "^[^]$ x xy",
                "^[\\b]?a$ a b",
                "^.$ x '\u2028'",
                "\\$ a$ a"
            })
    void aPatternMatchesWhatItMatchesThere(String pattern, String matching, String other) {
        assertThat(EcmaPattern.problem(pattern)).isEmpty();
        Regex regex = Regex.of(EcmaPattern.translated(pattern));

        assertThat(regex.find(matching)).isTrue();
        assertThat(regex.find(other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?i)a", "(a)\\1", "\\k<a>", "[a", "a\\", "\\u12", "\\Qa", "(",
                "a{2,1}", "[\\S]"
            })
    void whatOnlyBacktrackingMatchesHasNoForm(String pattern) {
        assertThat(EcmaPattern.problem(pattern)).isPresent();
    }
}
