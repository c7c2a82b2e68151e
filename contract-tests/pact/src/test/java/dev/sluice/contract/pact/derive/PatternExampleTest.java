package dev.sluice.contract.pact.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternExampleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Za-z0-9._-]{1,128}$",
                "^[0-9a-f]{32}$",
                "^(foo|bar)-\\d+$",
                "^projects/[^/]+/locations/[a-z]{2,}$",
                "^(?:[A-Z]{3}|[0-9]{5})(?:\\.[a-z]+)?$",
                "abc",
                "^$",
                "^[\\w.]+@example\\.com$",
                "^v[1-9][0-9]*(alpha|beta)?[0-9]*$",
                "^[]a]{3}$"
            })
    void findsATextThatMatches(String pattern) {
        assertThat(PatternExample.of(pattern))
                .hasValueSatisfying(text -> assertThat(
                                Pattern.compile(pattern).matcher(text).find())
                        .isTrue());
    }

    @Test
    void saysNothingOfWhatItCannotRead() {
        assertThat(PatternExample.of("^\\p{L}+$")).isEmpty();
        assertThat(PatternExample.of("(?=a)b")).isEmpty();
        assertThat(PatternExample.of("[")).isEmpty();
        assertThat(PatternExample.of("a{2000}{2000}")).isEmpty();
    }
}
