package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void messagesNest31Deep() {
        assertThat(Sample.problems(nested("message A {", "", 31))).isEmpty();
        assertThat(Sample.problems(nested("message A {", "", 32)))
                .containsExactly("1:342: messages, groups and map entries nest at most 31 deep; move this one out");
    }

    @Test
    void groupsAndMapEntriesCountAsMessages() {
        assertThat(Sample.problems(nested("message A {", "optional group G = 1 {}", 30)))
                .isEmpty();
        assertThat(Sample.problems(nested("message A {", "optional group G = 1 {}", 31)))
                .hasSize(1);
        assertThat(Sample.problems(nested("message A {", "map<int32, int32> m = 1;", 30)))
                .isEmpty();
        assertThat(Sample.problems(nested("message A {", "map<int32, int32> m = 1;", 31)))
                .hasSize(1);
        assertThat(Sample.problems(nested("message A {", "enum E { A = 0; }", 31)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message A {",
                "message A { optional group G = 1 {",
                "message A { oneof o {",
                "message A { extend A {",
                "option a = {",
                "option a = { b [",
                "option a = {<",
                "option a = (",
                "option (",
                "option a.",
                "message A { optional int32 a = 1 [",
                "message A { map<map<",
                "extend A { optional group G = 1 {",
                "service S { rpc A(",
                "enum E { reserved 1,",
                "import 'a' 'b' '",
                "{",
                "}",
                "[",
                "/*",
                "\"",
                "-",
                ".",
                "\u0000",
                "\\",
                "package a.",
            })
    void oneMegabyteOfNestingIsProblemsInReasonableTime(String opening) {
        byte[] repeated = Sample.utf8(opening.repeat(MEGABYTE / opening.length()));
        int firstRepeat = opening.lastIndexOf(' ') + 1;
        String tail = opening.substring(firstRepeat);
        byte[] tailRepeated = Sample.utf8(opening + tail.repeat(MEGABYTE / Math.max(1, tail.length())));
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(Sample.problems(repeated)).isNotEmpty().hasSizeLessThanOrEqualTo(101);
            assertThat(Sample.problems(tailRepeated)).isNotEmpty().hasSizeLessThanOrEqualTo(101);
        });
    }

    @Test
    void deepAggregateValuesAreRead() {
        int depth = 200_000;
        String text = "option a = " + "{ b ".repeat(depth) + "}".repeat(depth) + ";";
        assertThat(Sample.problems(text)).isEmpty();
    }

    @Test
    void longLinesWithTabsKeepTheirColumns() {
        String text = "\t x=1;".repeat(3_000);
        assertThat(Sample.problems(text))
                .hasSize(101)
                .first()
                .isEqualTo(
                        "1:10: expected a statement such as \"message\", \"enum\", \"service\" or \"import\", found \"x\"");
        String fields = "message M {" + "\toptional int32 a = 1;".repeat(20_000) + "}";
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            int[] last = Sample.locations(fields).get(0).span();
            // Each field takes 21 bytes and ends three columns before the next tab stop.
            assertThat(last[3]).isEqualTo(16 + 24 * 20_000 - 3 + 1);
        });
    }

    @Test
    void repeatedOptionalFieldsEndInProblemsInReasonableTime() {
        String text = "syntax = \"proto3\"; message M {" + "optional int32 a = 1;".repeat(40_000) + "}";
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(Sample.problems(text))
                        .containsExactly("1:20: too many fields of this message are named a"));
    }

    @Test
    void rangesTimesOptionsAreBounded() {
        String text = "message M { extensions 1" + ",1".repeat(50_000) + " [a=1" + ",a=1".repeat(50_000) + "]; }";
        assertThat(Sample.problems(text)).hasSize(1).first().asString().contains("split the statement");
    }

    @Test
    void longTokensAreCutOffInProblems() {
        assertThat(Sample.problems("option " + "1".repeat(MEGABYTE) + ";"))
                .allSatisfy(problem -> assertThat(problem.length()).isLessThan(200));
        assertThat(Sample.problems("message M { optional int32 a = " + "1".repeat(MEGABYTE) + "; }"))
                .allSatisfy(problem -> assertThat(problem.length()).isLessThan(200));
    }

    private static String nested(String opening, String inner, int depth) {
        return opening.repeat(depth) + inner + "}".repeat(depth);
    }
}
