package dev.sluice.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StructuredListTest {
    @Test
    void aMemberHasItsItemAndItsParameters() {
        StructuredList.Member member = StructuredList.read("\"slots\";r=4;t=1;qu=\"concurrent-requests\"")
                .orElseThrow()
                .get(0);
        assertThat(member.value()).isEqualTo("slots");
        assertThat(member.whole("r")).contains(4L);
        assertThat(member.whole("t")).contains(1L);
        assertThat(member.whole("qu")).isEmpty();
        assertThat(member.whole("absent")).isEmpty();
    }

    @Test
    void membersAreSeparatedByCommas() {
        assertThat(StructuredList.read("a;x, \"b\";y=?0 ,\t-3.5").orElseThrow()).hasSize(3);
        assertThat(StructuredList.read("").orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"a", "a,", "a;=1", "a b", ",a", "\"a\\x\"", "1234567890123456", "a;r=", "a;R=1", "\"\u00fc\""})
    void whatIsNoListIsRefused(String value) {
        assertThat(StructuredList.read(value)).isEmpty();
    }
}
