package dev.sluice.schema.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitAddressTest {
    @ParameterizedTest
    @CsvSource({
        "git:main, false, main, ''",
        "git:feature/a/b, false, feature/a/b, ''",
        "git:HEAD~3, false, HEAD~3, ''",
        "git:v1.2:schemas, false, v1.2, schemas",
        "git:main:, false, main, ''",
        "git:main:./a//b/, false, main, a/b",
        "git:main:a:b, false, main, a:b",
        "git:--help, false, --help, ''",
        "git:merge-base:origin/main, true, origin/main, ''",
        "git:merge-base:origin/main:a/b, true, origin/main, a/b",
        "git:merge-bases, false, merge-bases, ''",
        "git:refs/heads/merge-base:a, false, refs/heads/merge-base, a",
    })
    void anAddressIsRevisionAndFolder(String text, boolean mergeBase, String revision, String folder) {
        assertThat(GitAddress.parse(text)).isEqualTo(new GitAddress(mergeBase, revision, folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"git:", "git:  ", "git::a", "git:merge-base", "git:merge-base:", "git:merge-base::a"})
    void anAddressWithoutRevisionIsRefused(String text) {
        assertThatThrownBy(() -> GitAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no revision");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"git:main:../a", "git:main:a/../..", "git:main:/etc", "git:main:a\nb", "git:ma\nin", "git:a\0b"})
    void aFolderOutsideAndAControlCharacterAreRefused(String text) {
        assertThatThrownBy(() -> GitAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoAddressIsNotTakenForOne() {
        assertThat(GitAddress.matches("git:main")).isTrue();
        assertThat(GitAddress.matches("github")).isFalse();
        assertThatThrownBy(() -> GitAddress.parse("schemas")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"git:main", "git:main:a/b", "git:merge-base:main", "git:merge-base:main:a"})
    void anAddressIsWrittenAsItWasRead(String text) {
        assertThat(GitAddress.parse(text)).hasToString(text);
    }
}
