package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverEditorTest {
    private static final WaiverText WAIVER = new WaiverText(
            "0123456789abcdef",
            Optional.of("FIELD_SAME_TYPE"),
            "nobody \"sends\" it: a\\b",
            "payments # team",
            LocalDate.of(2027, 3, 31));
    private static final String BLOCK = """
            - fingerprint: "0123456789abcdef"
              rule: FIELD_SAME_TYPE
              reason: "nobody \\"sends\\" it: a\\\\b"
              owner: "payments # team"
              expires: 2027-03-31
            """;

    private static WaiverEditor.Result add(String text) {
        return new WaiverEditor("sluice.yaml", WAIVER).addTo(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String edited(String text) {
        WaiverEditor.Result result = add(text);
        assertThat(result).isInstanceOf(WaiverEditor.Edited.class);
        return new String(((WaiverEditor.Edited) result).text(), StandardCharsets.UTF_8);
    }

    private static List<Problem> refused(String text) {
        WaiverEditor.Result result = add(text);
        assertThat(result).isInstanceOf(WaiverEditor.Refused.class);
        return ((WaiverEditor.Refused) result).problems();
    }

    @Test
    void aFileWithoutWaiversGetsTheKeyAtItsEnd() {
        assertThat(edited("# ours\nversion: v1\nbreaking: {use: [WIRE]} # wire only"))
                .isEqualTo("# ours\nversion: v1\nbreaking: {use: [WIRE]} # wire only\nwaivers:\n" + BLOCK.indent(2));
    }

    @Test
    void aListGetsAnElementAfterItsLastOneAndBeforeTheCommentsThatFollow() {
        String before = """
                version: v1
                waivers: # with care
                # the first
                - {fingerprint: aaaaaaaaaaaaaaaa, reason: r, owner: o, expires: 2027-01-01} # yes
                # the second
                - fingerprint: bbbbbbbbbbbbbbbb
                  reason: r
                  expires: 2027-01-01
                  owner: o # him
                """;
        String after = """

                # and now
                severity: {FILE: warn}
                """;

        assertThat(edited(before + after)).isEqualTo(before + BLOCK + after);
    }

    @Test
    void aListKeepsItsIndentAndItsBlockScalars() {
        String before = """
                version: v1
                waivers:
                    - fingerprint: bbbbbbbbbbbbbbbb
                      owner: o
                      expires: 2027-01-01
                      reason: |
                        because
                        so
                """;

        assertThat(edited(before + "\nseverity: {}\n")).isEqualTo(before + BLOCK.indent(4) + "\nseverity: {}\n");
    }

    @Test
    void windowsLineEndsStay() {
        String before = "version: v1\r\nwaivers:\r\n";

        assertThat(edited(before)).isEqualTo(before + BLOCK.indent(2).replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: v1\nwaivers:\n",
                "version: v1\nwaivers: # none yet\n",
                "version: v1\nwaivers: []\nbreaking: {use: [FILE]}\n",
                "version: v1\nwaivers: [\n] # none\nbreaking: {use: [FILE]}\n",
                "version: v1\nwaivers: ~\n# end\n",
                "version: v1\nwaivers: [{fingerprint: aaaaaaaaaaaaaaaa, reason: r, owner: o, expires: 2027-01-01}]\n",
                "waivers:\nversion: v1\n",
                "\uFEFFversion: v1 # \uD83D\uDE00\nwaivers: []\n",
                "version: v1\nwaivers:\n  - {fingerprint: aaaaaaaaaaaaaaaa, reason: r, owner: o, expires: 2027-01-01}"
            })
    void everyWayToWriteTheListIsUnderstoodAndNoCommentLost(String text) {
        String edited = edited(text);

        for (String comment : List.of("none yet", "# none", "# end", "\uD83D\uDE00")) {
            assertThat(edited.contains(comment)).isEqualTo(text.contains(comment));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{version: v1}\n", "version: v1\n...\n", "--- {version: v1}"})
    void whatCannotBeAddedToIsRefusedWithTheTextToAddByHand(String text) {
        assertThat(refused(text))
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .contains("by hand: {fingerprint: \"0123456789abcdef\", rule: FIELD_SAME_TYPE, reason: ");
    }

    @Test
    void aFindingIsNotWaivedTwice() {
        assertThat(refused(edited("version: v1\n")))
                .extracting(Problem::toString)
                .containsExactly("sluice.yaml:3:5: error: payments # team waives it here until 2027-03-31; change that"
                        + " instead");
    }

    @Test
    void aFileWithProblemsIsLeftAlone() {
        assertThat(refused("version: v1\nwaviers: []\n"))
                .extracting(Problem::toString)
                .containsExactly("sluice.yaml:2:1: error: unknown key \"waviers\"; did you mean \"waivers\"?");
    }

    @Test
    void aNewFileIsOneThatCanBeRead() {
        assertThat(new WaiverEditor("sluice.yaml", WAIVER).addToNewFile()).isInstanceOf(WaiverEditor.Edited.class);
    }
}
