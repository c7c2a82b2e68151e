package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
    private static List<String> problems(byte[] bytes) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Yaml.problems(ConfigurationReader.readBuf("buf.yaml", bytes)));
    }

    @Test
    void anEmptyFileIsAProblem() {
        for (String text : List.of("", "\n\n", "# nothing\n", "\uFEFF")) {
            assertThat(Yaml.bufProblems(text))
                    .containsExactly("buf.yaml: error: the file is empty; it starts with \"version:\"");
        }
        assertThat(Yaml.bufProblems("---\n"))
                .containsExactly("buf.yaml:2:1: error: the file is not a mapping of keys to values");
    }

    @Test
    void tabsAreNoIndentation() {
        assertThat(Yaml.bufProblems("version: v2\nbreaking:\n\tuse: [FILE]\n"))
                .singleElement()
                .asString()
                .startsWith("buf.yaml:3:1: error: this is not YAML: ");
    }

    @Test
    void carriageReturnsKeepLinesApart() {
        assertThat(Yaml.bufProblems("version: v2\r\nbreaking:\r\n  uses: []\r\n"))
                .containsExactly("buf.yaml:3:3: error: unknown key \"uses\"; did you mean \"use\"?");
    }

    @Test
    void aByteOrderMarkTakesNoColumn() {
        assertThat(Yaml.bufProblems("\uFEFFversion: v9\n"))
                .singleElement()
                .asString()
                .startsWith("buf.yaml:1:10: error: unknown version \"v9\"");
    }

    @Test
    void columnsCountCharacters() {
        assertThat(Yaml.bufProblems("{version: v2, name: \"äöü😀\", foo: 1}"))
                .containsExactly("buf.yaml:1:29: error: unknown key \"foo\"");
    }

    @Test
    void charactersOutsideTheBasicPlaneMayBeAnywhere() {
        for (int length = 990; length < 1060; length++) {
            assertThat(Yaml.buf("version: v2\n#" + "x".repeat(length) + "😀😀\nname: a\n")
                            .modules())
                    .hasSize(1);
        }
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(Yaml.bufProblems("version: v2\n---\nversion: v9\n"))
                .containsExactly("buf.yaml:2:1: error: a second document starts here; one is read");
    }

    @Test
    void textInAnotherEncodingIsRefused() {
        assertThat(problems("version: v2\n".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("buf.yaml: error: the file is not UTF-8 text");
        assertThat(problems(new byte[] {'a', (byte) 0xc3}))
                .containsExactly("buf.yaml: error: the file is not UTF-8 text");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(Yaml.bufProblems("version: v2\nname: a\u0001b\n"))
                .containsExactly("buf.yaml:2:8: error: the character U+0001 may not be in a YAML file");
        assertThat(Yaml.bufProblems("version: v2\nname: \0\n")).hasSize(1);
    }

    @Test
    void largeFilesAreNotRead() {
        byte[] large = new byte[10 << 20];
        Arrays.fill(large, (byte) ' ');

        assertThat(problems(large))
                .containsExactly("buf.yaml: error: the file has 10485760 bytes; at most 1048576 are read");
    }

    @Test
    void aliasesDoNotMultiply() {
        StringBuilder bomb = new StringBuilder("version: v2\nlint:\n  a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c <= 'i'; c++) {
            char before = (char) (c - 1);
            bomb.append("  ").append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + before + ",").repeat(9)).append("]\n");
        }
        bomb.append("breaking: {use: *i}\n");

        assertThat(problems(Yaml.bytes(bomb.toString())))
                .containsExactly("buf.yaml: error: this is not YAML: Number of aliases for non-scalar nodes exceeds the"
                        + " specified max=50");
    }

    @Test
    void anAliasOfItselfIsNoLoop() {
        assertThat(Yaml.bufProblems("version: v2\nbreaking: &b\n  use: *b\n"))
                .containsExactly("buf.yaml:2:11: error: \"use\" takes a list of words");
        assertThat(Yaml.bufProblems("version: v2\nmodules: &m [*m, *m]\n")).isNotEmpty();
        assertThat(Yaml.bufProblems("&r {version: v2, breaking: *r}")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"[,]", "{a: ,}"})
    void deepNestingIsRefused(String open, String close) {
        assertThat(problems(Yaml.bytes("version: v2\nlint: " + open.repeat(150_000))))
                .containsExactly("buf.yaml:2:" + (7 + 31 * open.length())
                        + ": error: lists and mappings are nested more than 32 deep");
        assertThat(problems(Yaml.bytes("version: v2\nlint: " + open.repeat(40) + close.repeat(40))))
                .hasSize(1);
    }

    @Test
    void manyProblemsAreCutShort() {
        String text = "version: v2\nbreaking:\n  use: [" + "FEILD, ".repeat(140_000) + "FILE]\n";

        List<String> problems = problems(Yaml.bytes(text));

        assertThat(problems)
                .hasSize(101)
                .contains("buf.yaml: error: there are more than 100 problems; the rest is left out");
    }

    @Test
    void longWordsAreCutShort() {
        List<String> problems = problems(Yaml.bytes("version: v2\n" + "x".repeat(1_000_000) + ": 1\n"));

        assertThat(problems).allSatisfy(problem -> assertThat(problem.length()).isLessThan(300));
    }

    @Test
    void quotedWordsStayOnOneLine() {
        assertThat(Yaml.bufProblems("version: v2\n\"a\\nb\\e[31m\": 1\n"))
                .containsExactly("buf.yaml:2:1: error: unknown key \"a b [31m\"");
    }
}
