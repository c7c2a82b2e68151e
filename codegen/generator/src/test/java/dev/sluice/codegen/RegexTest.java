package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.regex.Regex;
import dev.sluice.runtime.regex.RegexSyntaxException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions match what RE2/J matches. */
class RegexTest {
    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            "c",
            "é",
            "\\.",
            ".",
            "[ab]",
            "[^a]",
            "[a-c-]",
            "\\d",
            "\\w",
            "\\W",
            "\\s",
            "\\pL",
            "[[:alpha:]]",
            "^",
            "$",
            "\\b",
            "\\B",
            "(?:)",
            "(?i:B)",
            "[\\d_]",
            "\\x{61}",
            "\\A",
            "\\z",
            "(?m:^b)",
            "(?s:.)");
    private static final List<String> REPEATS =
            List.of("", "", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,2}?", "{2,}", "*?");
    private static final String ALPHABET = "aabbcC1_ .-é\n\uD83D\uDE00";

    @Test
    void patternsMatchWhatRe2Matches() throws RegexSyntaxException {
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            String pattern = pattern(random, 3);
            Regex regex = Regex.parse(pattern);
            com.google.re2j.Pattern re2 = com.google.re2j.Pattern.compile(pattern);
            for (int i = 0; i < 20; i++) {
                String text = text(random);
                assertThat(regex.find(text))
                        .as("seed %d: %s on \"%s\"", seed, pattern, text)
                        .isEqualTo(re2.matcher(text).find());
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length()));
            text.appendCodePoint(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)));
        }
        return text.toString();
    }

    private static String pattern(Random random, int depth) {
        StringBuilder pattern = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            boolean group = depth > 0 && random.nextInt(4) == 0;
            String atom = group
                    ? "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")"
                    : ATOMS.get(random.nextInt(ATOMS.size()));
            pattern.append(atom).append(REPEATS.get(random.nextInt(REPEATS.size())));
        }
        return pattern.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "a)",
                "[a",
                "*a",
                "a**",
                "\\",
                "[b-a]",
                "a{1001}",
                "\\1",
                "(?P<n",
                "\\p{Nothing}",
                "(?z)",
                "x{2,1}"
            })
    void whatRe2RefusesIsRefused(String pattern) {
        assertThatThrownBy(() -> com.google.re2j.Pattern.compile(pattern)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Regex.parse(pattern)).isInstanceOf(RegexSyntaxException.class);
    }

    @Test
    void aPatternThatMakesOthersBacktrackTakesLinearTime() {
        Regex regex = Regex.of("^(a+)+$");

        assertThat(regex.find("a".repeat(100_000) + "b")).isFalse();
        assertThat(regex.find("a".repeat(100_000))).isTrue();
    }

    @Test
    void moreStatesThanAreKeptMatchAll() {
        Regex regex = Regex.of("(a|b)*a(a|b){16}$");
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(random.nextBoolean() ? 'a' : 'b');
        }

        assertThat(regex.find(text + "a" + "b".repeat(16))).isTrue();
        assertThat(regex.find(text + "b".repeat(17))).isFalse();
    }
}
