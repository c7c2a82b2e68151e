package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.descriptor.SourceInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attribution of comments, as descriptor.proto's example of SourceCodeInfo.Location and protoc 4.36 have it. */
final class CommentsTest {
    @Test
    void commentsBelongToTheNearestDeclaration() {
        assertThat(comments("""
                                message M {
                                  optional int32 foo = 1;  // trails foo
                                  // leads bar
                                  optional int32 bar = 2;

                                  optional string baz = 3;
                                  // trails baz
                                  // in two lines

                                  // leads qux
                                  //
                                  // with a gap
                                  optional double qux = 4;

                                  // detached from corge

                                  /* detached too */

                                  /* leads corge
                                   * with asterisks,
                                     without
                                   ** and two */
                                  optional string corge = 5;
                                  /* trails corge */

                                  // detached at the end
                                }
                                """))
                .containsExactly(
                        "[4, 0, 2, 0] trailing < trails foo\n>",
                        "[4, 0, 2, 1] leading < leads bar\n>",
                        "[4, 0, 2, 2] trailing < trails baz\n in two lines\n>",
                        "[4, 0, 2, 3] leading < leads qux\n\n with a gap\n>",
                        "[4, 0, 2, 4] leading < leads corge\n with asterisks,\nwithout\n* and two >"
                                + " trailing < trails corge > detached < detached from corge\n>"
                                + " detached < detached too >");
    }

    @Test
    void commentAtTheEndOfABlockTrailsWhatIsBeforeIt() {
        assertThat(comments("message M { // trails M\n  optional int32 a = 1;\n  // trails a\n}\n// nobody's\n"))
                .containsExactly("[4, 0] trailing < trails M\n>", "[4, 0, 2, 0] trailing < trails a\n>");
    }

    @Test
    void commentBetweenDeclarationsOfOneLineIsDetached() {
        assertThat(comments("message A {} /* x */ message B {}")).containsExactly("[4, 1] detached < x >");
    }

    @Test
    void firstOfTwoCommentsOnOneLineTrails() {
        assertThat(comments("import 'a'; /* x */ /* y */ import 'b';"))
                .containsExactly("[3, 0] trailing < x >", "[3, 1] leading < y >");
    }

    @Test
    void commentsBeforeSyntaxBelongToIt() {
        assertThat(comments("// licence\n\n// leads\nsyntax = 'proto3';"))
                .containsExactly("[12] leading < leads\n> detached < licence\n>");
    }

    @Test
    void optionStatementsHaveComments() {
        assertThat(comments("// leads\noption a = B; // trails\n"))
                .containsExactly("[8, 999, 0] leading < leads\n> trailing < trails\n>");
    }

    @Test
    void detachedCommentsPassEmptyStatements() {
        assertThat(comments("import 'a';\n\n// d1\n\n;\n\n// d2\n\nimport 'b';"))
                .containsExactly("[3, 1] detached < d1\n> detached < d2\n>");
    }

    @Test
    void emptyCommentsAreLeftOutUnlessDetached() {
        assertThat(comments("/**/import 'a';/**/\n/***/import 'b';")).containsExactly("[3, 1] leading <*>");
        assertThat(comments("import 'a';\n\n/**/\n\nimport 'b';")).containsExactly("[3, 1] detached <>");
    }

    private static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        for (SourceInfo.Location location : Sample.locations(text)) {
            StringBuilder line = new StringBuilder();
            if (location.leadingComments() != null) {
                line.append(" leading <").append(location.leadingComments()).append('>');
            }
            if (location.trailingComments() != null) {
                line.append(" trailing <").append(location.trailingComments()).append('>');
            }
            for (String detached : location.detachedComments()) {
                line.append(" detached <").append(detached).append('>');
            }
            if (line.length() > 0) {
                comments.add(Arrays.toString(location.path()) + line);
            }
        }
        return comments;
    }
}
