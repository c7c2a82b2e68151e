package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.problem.Problems;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemsTest {
    @Test
    void problemsSayWhatWasExpectedAndFound() {
        assertThat(Sample.problems("message {}")).containsExactly("1:9: expected the name of the message, found \"{\"");
        assertThat(Sample.problems("message M { optional int32 = 1; }"))
                .containsExactly("1:28: expected the name of the field, found \"=\"");
        assertThat(Sample.problems("message M { optional int32 a; }"))
                .containsExactly("1:29: expected \"=\" and the field's number, found \";\"");
        assertThat(Sample.problems("option a = ;"))
                .containsExactly("1:12: expected the value of the option, found \";\"");
        assertThat(Sample.problems("import a;"))
                .containsExactly("1:8: expected the path of the file to import, in quotes, found \"a\"");
        assertThat(Sample.problems("service S { rpc A(M) returns M); }"))
                .containsExactly("1:30: expected \"(\" and the response type, found \"M\"");
    }

    @Test
    void columnsCountTabsToTheNextMultipleOfEight() {
        assertThat(Sample.problems("\n \tfoo;")).hasSize(1).first().asString().startsWith("2:9: ");
    }

    @Test
    void everyBrokenStatementIsReportedOnce() {
        assertThat(Sample.problems("""
                                message M {
                                  optional int32 = 1;
                                  optional int32 b = 2;
                                  optional c 3;
                                  enum E { A; B = 1; = 2; }
                                }
                                service S { foo; rpc A(M) returns (M); }
                                message
                                """))
                .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
                .containsExactly("2:18", "4:14", "5:13", "5:22", "7:13", "9:1");
    }

    @Test
    void whatIsReadableAroundABrokenStatementIsRead() {
        Problems problems = new Problems();
        FileProto file = ProtoParser.parse(
                        "test.proto",
                        Sample.utf8("message M { optional int32 = 1; optional int32 b = 2; } message N {}"),
                        problems,
                        false)
                .proto();
        assertThat(problems.sorted()).hasSize(1);
        assertThat(file.messages()).extracting(MessageProto::name).containsExactly("M", "N");
        assertThat(file.messages().get(0).fields()).extracting(FieldProto::name).containsExactly("b");
    }

    @Test
    void missingSemicolonBeforeALineBreakCostsOneProblem() {
        assertThat(Sample.problems(
                        "message M {\n  optional int32 a = 1\n  optional int32 b = 2;\n  optional c d = 3\n}"))
                .containsExactly("2:23: expected \";\" before \"optional\"", "4:19: expected \";\" before \"}\"");
    }

    @Test
    void missingBraceIsReportedWhereItsBlockBegins() {
        assertThat(Sample.problems("message A {\n  message B {\n    optional int32 a = 1;\n}\n"))
                .containsExactly("1:1: the file ends inside this message; its closing \"}\" is missing");
    }

    @Test
    void unmatchedBraceIsReported() {
        assertThat(Sample.problems("message A {} } message B {}"))
                .contains("1:14: this \"}\" closes nothing; remove it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "syntax = 'proto4'; | unknown syntax",
                "edition = '2019'; | unknown edition",
                "package a; syntax = 'proto3'; | must be the first statement",
                "package a; package b; | has a package already",
                "message M { int32 a = 1; } | proto2 fields need a label",
                "syntax = 'proto3'; message M { required int32 a = 1; } | has no \"required\"",
                "syntax = 'proto3'; message M { int32 a = 1 [default = 1]; } | have no defaults",
                "syntax = 'proto3'; message M { extensions 1; } | no extension ranges",
                "edition = '2023'; message M { optional int32 a = 1; } | have no \"optional\"",
                "edition = '2023'; message M { required int32 a = 1; } | have no \"required\"",
                "edition = '2023'; message M { group G = 1 {} } | have no groups",
                "edition = '2023'; message M { reserved 'a'; } | without quotes",
                "message M { reserved a; } | in quotes",
                "edition = '2023'; import option 'a'; | needs edition 2024",
                "edition = '2024'; import weak 'a'; | no weak imports",
                "edition = '2024'; import option 'a'; import 'b'; | before all option imports",
                "edition = '2024'; export service S {} | after \"export\"",
                "message M { optional group g = 1 {} } | capital letter",
                "message M { oneof o { optional int32 a = 1; } } | has no label",
                "message M { oneof o { map<int32, int32> a = 1; } } | cannot have a map",
                "message M { oneof o {} } | has no fields",
                "message M { repeated map<int32, int32> a = 1; } | has no label",
                "extend M { map<int32, int32> a = 1; } | cannot be an extension",
                "extend M {} | has no fields",
                "message M { option map_entry = true; } | not for use in schemas",
                "message M { optional int32 a = 1 [json_name = 'a', json_name = 'b']; } | json_name already",
                "message M { optional int32 a = 1 [default = 1, default = 2]; } | default already",
                "message M { optional uint32 a = 1 [default = -1]; } | cannot be negative",
                "message M { optional group G = 1 [default = 1] {} } | cannot have a default",
                "message M { optional int32 a = 1 []; } | the name of an option",
                "message M { optional int32 a = 1 [b = c,]; } | the name of an option",
                "message M { extensions 2147483647; } | out of range",
                "message M { reserved 1 to 2147483647; } | out of range",
                "enum E { option allow_alias = false; A = 0; } | no effect",
                "enum E { option allow_alias = true; A = 0; } | no two values",
                "service S { rpc A(int32) returns (M); } | scalar type",
                "option () = 1; | the name of an option's extension",
                "option a = { b: { c } ; | is missing",
            })
    void ruleViolationsAreProblems(String schema, String expected) {
        assertThat(Sample.problems(schema)).hasSize(1).first().asString().contains(expected);
    }

    @Test
    void strayBytesAreProblems() {
        assertThat(Sample.problems("message M { \u0001 }"))
                .containsExactly("1:13: a control character (byte 0x01) outside a string; remove it");
        assertThat(Sample.problems("message \u00e9 {}").get(0)).contains("not ASCII (byte 0xc3)");
        assertThat(Sample.problems("// a\u0000b\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("NUL");
        assertThat(Sample.problems("option a = 'b\u0000';"))
                .hasSize(1)
                .first()
                .asString()
                .contains("NUL");
        assertThat(Sample.problems(new byte[] {(byte) 0xef, (byte) 0xbb, 'a'})).hasSize(1);
        assertThat(Sample.problems(new byte[] {(byte) 0xef})).hasSize(1);
    }

    @Test
    void invalidUtf8InStringsAndCommentsIsNotTheParsersConcern() {
        assertThat(Sample.problems("// \u00ff\noption a = '\u00ff';".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void blockCommentsMustEndAndNotNest() {
        assertThat(Sample.problems("/* a")).containsExactly("1:1: this block comment is never closed; add \"*/\"");
        assertThat(Sample.problems("/* a /* b */"))
                .hasSize(1)
                .first()
                .asString()
                .contains("do not nest");
    }

    @Test
    void problemsPerFileAreBounded() {
        assertThat(Sample.problems("foo;\n".repeat(10_000)))
                .hasSize(101)
                .last()
                .asString()
                .contains("the rest of the file was not read");
    }
}
