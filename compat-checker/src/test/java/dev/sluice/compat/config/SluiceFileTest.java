package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Place;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SluiceFileTest {
    static final String FULL = """
            version: v1
            breaking:
              use: [FILE, WIRE]
              except: [FILE_SAME_GO_PACKAGE]
              ignore_only:
                FIELD_SAME_NAME: [proto/a]
            modules:
              - path: proto
              - path: other
                breaking:
                  use: [CSR]
                  ignore: [other/x.proto]
                  ignore_unstable_packages: true
            severity:
              FILE: warn
              WIRE: error
              FIELD_SAME_TYPE: info
              RPC_NO_DELETE: "off"
            waivers:
              - fingerprint: 0123456789abcdef
                rule: FIELD_SAME_TYPE
                reason: nobody sends it yet
                owner: payments
                expires: 2027-03-31
              - {fingerprint: 1234567890123456, rule: FILE_NO_DELETE, reason: r, owner: o, expires: "2028-02-29"}
            watched_options:
              - acme.v1.timeout
              - limit
            """;

    @Test
    void everythingItSaysIsKept() {
        Configuration configuration = Yaml.sluice(FULL);

        assertThat(configuration.file()).contains("sluice.yaml");
        assertThat(configuration.modules()).extracting(SchemaModule::path).containsExactly("proto", "other");
        assertThat(configuration.modules().get(0).breaking().ignoreOnly()).containsKey("FIELD_SAME_NAME");
        assertThat(configuration.modules().get(1).breaking().ignore()).containsExactly("x.proto");
        assertThat(configuration.watchedOptions()).containsExactly("acme.v1.timeout", "limit");
        assertThat(configuration.waivers())
                .containsExactly(
                        new Waiver(
                                "0123456789abcdef",
                                Optional.of("FIELD_SAME_TYPE"),
                                "nobody sends it yet",
                                "payments",
                                LocalDate.of(2027, 3, 31),
                                new Place("sluice.yaml", 20, 5)),
                        new Waiver(
                                "1234567890123456",
                                Optional.of("FILE_NO_DELETE"),
                                "r",
                                "o",
                                LocalDate.of(2028, 2, 29),
                                new Place("sluice.yaml", 25, 5)));
        assertThat(configuration.notices()).isEmpty();
    }

    @Test
    void aRulesOwnLevelCountsThenTheGravestOfItsCategories() {
        Configuration configuration = Yaml.sluice(FULL);

        assertThat(configuration.level("FIELD_SAME_NAME")).isEqualTo(Level.WARN);
        assertThat(configuration.level("FIELD_SAME_ONEOF")).isEqualTo(Level.ERROR);
        assertThat(configuration.level("FIELD_SAME_TYPE")).isEqualTo(Level.INFO);
        assertThat(configuration.level("RPC_NO_DELETE")).isEqualTo(Level.OFF);
        assertThat(configuration.level("PACKAGE_NO_DELETE")).isEqualTo(Level.ERROR);
    }

    @Test
    void aDeprecatedIdStandsForItsReplacementsEverywhere() {
        Configuration configuration = Yaml.sluice("version: v1\nseverity: {FIELD_SAME_LABEL: warn}\n");

        assertThat(configuration.level("FIELD_SAME_CARDINALITY")).isEqualTo(Level.WARN);
        assertThat(configuration.notices()).hasSize(1);
    }

    @Test
    void plainOffIsALevelToo() {
        assertThat(Yaml.sluice("version: v1\nseverity: {RPC_NO_DELETE: off}\n").level("RPC_NO_DELETE"))
                .isEqualTo(Level.OFF);
    }

    @Test
    void allProblemsAreCollected() {
        assertThat(Yaml.sluiceProblems("""
                        version: v2
                        linter: {}
                        severity: {FIELD_SAME_TYPE: warning, FEILD: error}
                        waivers:
                          - fingerprint: xyz
                            rule: FILE
                            reason: ""
                            expires: 2027-02-29
                          - fingerprint: 0123456789abcdef
                            rule: FIELD_SAME_TIPE
                            reason: r
                            owner:
                            expires: soon
                            until: 3
                        watched_options: ["(acme.timeout)", a..b, [x]]
                        """))
                .containsExactly(
                        "sluice.yaml:1:10: error: unknown version \"v2\"; v1 is known",
                        "sluice.yaml:2:1: error: unknown key \"linter\"; did you mean \"lint\"?",
                        "sluice.yaml:3:29: error: \"warning\" is no severity; error, warn, info and off are",
                        "sluice.yaml:3:38: error: \"FEILD\" is neither a category nor a rule; did you mean \"FILE\"?",
                        "sluice.yaml:5:5: error: a waiver needs \"owner\"",
                        "sluice.yaml:5:18: error: \"xyz\" is no fingerprint; one has sixteen digits from 0 to 9 and a to"
                                + " f",
                        "sluice.yaml:6:11: error: \"FILE\" is no rule",
                        "sluice.yaml:7:13: error: a waiver needs \"reason\", and it is empty",
                        "sluice.yaml:8:14: error: \"2027-02-29\" is no day of the calendar",
                        "sluice.yaml:10:11: error: \"FIELD_SAME_TIPE\" is no rule; did you mean \"FIELD_SAME_TYPE\"?",
                        "sluice.yaml:12:5: error: a waiver needs \"owner\"",
                        "sluice.yaml:13:14: error: \"soon\" is no date; write it as in 2027-03-31",
                        "sluice.yaml:14:5: error: unknown key \"until\"",
                        "sluice.yaml:15:19: error: \"(acme.timeout)\" is not the full name of an option, such as"
                                + " acme.v1.timeout",
                        "sluice.yaml:15:37: error: \"a..b\" is not the full name of an option, such as acme.v1.timeout",
                        "sluice.yaml:15:43: error: \"watched_options\" takes a word here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{breaking: {use: [FILE]}}|sluice.yaml:1:1: error: \"version\" is missing; write \"version: v1\"",
                "{version: v1, severity: [FILE]}|sluice.yaml:1:25: error: \"severity\" is not a mapping of keys to values",
                "{version: v1, severity: {FILE: }}|sluice.yaml:1:26: error: the severity of \"FILE\" is missing",
                "{version: v1, waivers: {a: b}}|sluice.yaml:1:24: error: \"waivers\" takes a list of mappings",
                "{version: v1, waivers: [a]}|sluice.yaml:1:25: error: this part of \"waivers\" is not a mapping of keys to"
                        + " values"
            })
    void aProblemSaysWhereItIs(String text, String problem) {
        assertThat(Yaml.sluiceProblems(text)).containsExactly(problem);
    }

    @Test
    void aFindingIsWaivedOnce() {
        String waiver =
                "  - {fingerprint: 0123456789abcdef, rule: FILE_NO_DELETE, reason: r, owner: o, expires: 2027-01-01}\n";

        assertThat(Yaml.sluiceProblems("version: v1\nwaivers:\n" + waiver + waiver))
                .containsExactly("sluice.yaml:4:5: error: line 3 waives the same finding");
    }
}
