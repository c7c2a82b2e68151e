package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.runtime.json.Format;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts beside the borders of formats. */
class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "ipv6, ::1, true",
        "ipv6, fe80::a, true",
        "ipv6, fe80::a%eth1, false",
        "ipv6, ::1%, false",
        "ipv4, 127.0.0.1, true",
        "ipv4, 127.0.0.01, false",
        "time, 09:30:00Z, true",
        "time, 09:30:00.Z, false",
        "date, 2026-02-29, false",
        "uri, ://, false",
        "uri-reference, ://, false",
        "uri-reference, ./a:b, true",
        "color, anything, true",
    })
    void aTextHasAFormat(String format, String text, boolean has) {
        assertThat(Format.has(text, format)).isEqualTo(has);
    }
}
