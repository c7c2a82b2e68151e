package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativePathTest {
    @ParameterizedTest
    @CsvSource({".,.", "./a,a", "a/,a", "a//b,a/b", "a/../b,b", "a/..,.", "./.,.", "a/./b,a/b", "a/b/../../c,c"})
    void detoursAreTakenOut(String written, String plain) {
        assertThat(RelativePath.normalize(written)).contains(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "..", "../a", "a/../../b"})
    void pathsThatLeadOutAreRefused(String written) {
        assertThat(RelativePath.normalize(written)).isEmpty();
    }

    @Test
    void onlyWholePartsOfPathsAreContained() {
        assertThat(RelativePath.contains("a", "a")).isTrue();
        assertThat(RelativePath.contains("a", "a/b.proto")).isTrue();
        assertThat(RelativePath.contains(".", "a/b.proto")).isTrue();
        assertThat(RelativePath.contains("a", "ab/c.proto")).isFalse();
        assertThat(RelativePath.contains("a/b", "a")).isFalse();
        assertThat(RelativePath.contains("a", ".")).isFalse();
    }

    @Test
    void joiningUndoesRelativizing() {
        assertThat(RelativePath.relativize("a/b", "a/b/c")).isEqualTo("c");
        assertThat(RelativePath.relativize("a", "a")).isEqualTo(".");
        assertThat(RelativePath.relativize(".", "a")).isEqualTo("a");
    }
}
