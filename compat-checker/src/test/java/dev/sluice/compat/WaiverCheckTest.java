package dev.sluice.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Verdict;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WaiverCheckTest {
    private static final InMemorySchemas OLD =
            InMemorySchemas.of("a.proto", "syntax=\"proto3\"; message M{ int32 f = 1; int32 g = 2; }");
    private static final InMemorySchemas NEW =
            InMemorySchemas.of("a.proto", "syntax=\"proto3\"; message M{ string f = 1; string g = 2; }");
    private static final LocalDate EXPIRES = LocalDate.of(2027, 3, 31);

    private static String waiver(String fingerprint, String rule) {
        return "  - {fingerprint: " + fingerprint + ", rule: " + rule
                + ", reason: nobody sends it, owner: payments, expires: " + EXPIRES + "}\n";
    }

    private static Verdict verdict(String waivers, LocalDate today) throws IOException, UnknownRuleException {
        InMemorySchemas news = waivers.isEmpty() ? NEW : NEW.with("sluice.yaml", "version: v1\nwaivers:\n" + waivers);
        return Checks.verdict(OLD, news, CheckOptions.DEFAULT, today);
    }

    private static Finding finding(int index) throws IOException, UnknownRuleException {
        return verdict("", EXPIRES).findings().get(index);
    }

    @Test
    void aWaivedFindingIsListedAndDoesNotCount() throws IOException, UnknownRuleException {
        String both = waiver(finding(0).fingerprint(), "FIELD_SAME_TYPE")
                + waiver(finding(1).fingerprint(), "FIELD_SAME_TYPE");

        Verdict verdict = verdict(both, EXPIRES);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.isBreaking()).isFalse();
        assertThat(verdict.notices()).isEmpty();
        assertThat(verdict.waived()).hasSize(2).first().satisfies(waived -> {
            assertThat(waived.finding().message()).contains("\"f\"");
            assertThat(waived.owner()).isEqualTo("payments");
            assertThat(waived.reason()).isEqualTo("nobody sends it");
            assertThat(waived.expires()).isEqualTo(EXPIRES);
        });
    }

    @Test
    void otherFindingsStillCount() throws IOException, UnknownRuleException {
        Verdict verdict = verdict(waiver(finding(0).fingerprint(), "FIELD_SAME_TYPE"), EXPIRES);

        assertThat(verdict.findings()).containsExactly(finding(1));
        assertThat(verdict.isBreaking()).isTrue();
    }

    @Test
    void theDayAfterItsLastAWaiverCountsNoMore() throws IOException, UnknownRuleException {
        Verdict verdict = verdict(waiver(finding(0).fingerprint(), "FIELD_SAME_TYPE"), EXPIRES.plusDays(1));

        assertThat(verdict.isBreaking()).isTrue();
        assertThat(verdict.waived()).isEmpty();
        assertThat(verdict.notices()).isEmpty();
        assertThat(verdict.findings())
                .hasSize(2)
                .first()
                .extracting(Finding::message)
                .asString()
                .startsWith(finding(0).message())
                .endsWith(". The waiver of payments expired on 2027-03-31.");
    }

    @Test
    void aWaiverWithoutAFindingIsANotice() throws IOException, UnknownRuleException {
        Verdict verdict = verdict(waiver("0123456789abcdef", "FIELD_SAME_TYPE"), EXPIRES);

        assertThat(verdict.findings()).hasSize(2);
        assertThat(verdict.notices())
                .extracting(Notice::toString)
                .containsExactly("sluice.yaml:3:5: warning: this waiver of payments matches nothing; remove it");
    }

    @Test
    void aWaiverOfAnotherRuleMatchesNothing() throws IOException, UnknownRuleException {
        Verdict verdict = verdict(waiver(finding(0).fingerprint(), "FIELD_SAME_NAME"), EXPIRES);

        assertThat(verdict.waived()).isEmpty();
        assertThat(verdict.notices())
                .extracting(Notice::message)
                .containsExactly("this waiver of payments matches nothing: the finding with its fingerprint is of"
                        + " FIELD_SAME_TYPE, not of FIELD_SAME_NAME");
    }

    @Test
    void waiversAreUnusedWhereNothingChanged() throws IOException, UnknownRuleException {
        InMemorySchemas news =
                OLD.with("sluice.yaml", "version: v1\nwaivers:\n" + waiver("0123456789abcdef", "FIELD_SAME_TYPE"));

        assertThat(Checks.verdict(OLD, news).notices()).hasSize(1);
    }
}
