package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.finding.Notice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BufFileTest {
    private static BreakingSettings only(Configuration configuration) {
        assertThat(configuration.modules()).hasSize(1);
        return configuration.modules().get(0).breaking();
    }

    @ParameterizedTest
    @CsvSource({"v1beta1,49", "v1,49", "v2,51"})
    void theCategoryFileCountsWhereNoRuleIsNamed(String version, int rules) {
        Configuration configuration = Yaml.buf("version: " + version + "\n");

        assertThat(only(configuration).rules()).hasSize(rules).contains("FILE_NO_DELETE", "FIELD_SAME_TYPE");
        assertThat(configuration.file()).contains("buf.yaml");
    }

    @Test
    void useAndExceptTakeCategoriesAndRules() {
        Configuration configuration = Yaml.buf("""
                version: v2
                breaking:
                  use: [WIRE, RPC_NO_DELETE]
                  except:
                    - RESERVED_ENUM_NO_DELETE
                    - RPC_SAME_REQUEST_TYPE
                """);

        assertThat(only(configuration).rules())
                .hasSize(14)
                .contains("RPC_NO_DELETE", "FIELD_WIRE_COMPATIBLE_TYPE")
                .doesNotContain("RESERVED_ENUM_NO_DELETE", "RPC_SAME_REQUEST_TYPE", "FIELD_SAME_TYPE");
    }

    @Test
    void deprecatedIdsStandForTheirReplacements() {
        Configuration configuration = Yaml.buf("""
                version: v1
                breaking:
                  use:
                    - FIELD_SAME_LABEL
                    - FIELD_SAME_CTYPE
                    - FILE_SAME_PHP_GENERIC_SERVICES
                  except: [FIELD_SAME_CARDINALITY]
                  ignore_only:
                    FIELD_SAME_LABEL: [a]
                    FIELD_WIRE_COMPATIBLE_CARDINALITY: [b]
                """);

        assertThat(only(configuration).rules())
                .containsExactlyInAnyOrder(
                        "FIELD_SAME_CPP_STRING_TYPE",
                        "FIELD_WIRE_COMPATIBLE_CARDINALITY",
                        "FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY");
        assertThat(only(configuration).ignoreOnly().get("FIELD_WIRE_COMPATIBLE_CARDINALITY"))
                .containsExactly("a", "b");
        assertThat(configuration.notices())
                .extracting(Notice::toString)
                .hasSize(4)
                .startsWith(
                        "buf.yaml:4:7: warning: FIELD_SAME_LABEL is deprecated; it stands for FIELD_SAME_CARDINALITY,"
                                + " FIELD_WIRE_COMPATIBLE_CARDINALITY, FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY")
                .contains(
                        "buf.yaml:6:7: warning: FILE_SAME_PHP_GENERIC_SERVICES is deprecated and finds nothing; remove it");
    }

    @Test
    void versionTwoSaysWhatDeprecatedIdsStandFor() {
        assertThat(Yaml.bufProblems("version: v2\nbreaking:\n  use: [FIELD_SAME_CTYPE]\n"))
                .containsExactly("buf.yaml:3:9: error: FIELD_SAME_CTYPE is deprecated; it stands for"
                        + " FIELD_SAME_CPP_STRING_TYPE");
    }

    @Test
    void theRuleAboutMessageSetsIsTakenAndFindsNothing() {
        Configuration configuration =
                Yaml.buf("version: v2\nbreaking: {use: [WIRE, MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT]}\n");

        assertThat(only(configuration).rules()).hasSize(15);
        assertThat(configuration.notices()).hasSize(1);
    }

    @Test
    void pathsOfVersionTwoStartAtTheFileAndEndUpInTheModule() {
        Configuration configuration = Yaml.buf("""
                version: v2
                modules:
                  - path: proto
                    name: buf.build/acme/proto
                    excludes: [proto/old]
                    lint: {use: [STANDARD]}
                  - path: ./other/
                    includes: [other/x]
                    breaking:
                      ignore: [other/x/y, other]
                  - path: third
                    breaking: {}
                breaking:
                  use: [WIRE_JSON]
                  ignore: [proto/a, ./third/b/, elsewhere]
                  ignore_only:
                    WIRE: [proto/c]
                    FIELD_SAME_NAME: [.]
                  ignore_unstable_packages: true
                """);

        SchemaModule proto = configuration.modules().get(0);
        assertThat(proto.path()).isEqualTo("proto");
        assertThat(proto.name()).contains("buf.build/acme/proto");
        assertThat(proto.excludes()).containsExactly("proto/old");
        assertThat(proto.breaking().rules()).hasSize(22);
        assertThat(proto.breaking().ignore()).containsExactly("a");
        assertThat(proto.breaking().ignoreOnly()).containsEntry("FIELD_WIRE_COMPATIBLE_TYPE", List.of("c"));
        assertThat(proto.breaking().ignoreOnly()).containsEntry("FIELD_SAME_NAME", List.of("."));
        assertThat(proto.breaking().ignoreUnstablePackages()).isTrue();
        SchemaModule other = configuration.modules().get(1);
        assertThat(other.path()).isEqualTo("other");
        assertThat(other.includes()).containsExactly("other/x");
        assertThat(other.breaking().rules()).hasSize(51);
        assertThat(other.breaking().ignore()).containsExactly("x/y", ".");
        assertThat(other.breaking().ignoreUnstablePackages()).isFalse();
        SchemaModule third = configuration.modules().get(2);
        assertThat(third.breaking().rules()).hasSize(22);
        assertThat(third.breaking().ignore()).containsExactly("b");
    }

    @Test
    void aModuleKnowsItsFiles() {
        SchemaModule module = Yaml.buf("""
                        version: v2
                        modules:
                          - path: proto
                            includes: [proto/a, proto/b]
                            excludes: [proto/a/old]
                        """).modules().get(0);

        assertThat(module.importName("proto/a/x.proto")).contains("a/x.proto");
        assertThat(module.importName("proto/c/x.proto")).isEmpty();
        assertThat(module.importName("proto/a/old/x.proto")).isEmpty();
        assertThat(module.importName("other/a/x.proto")).isEmpty();
        assertThat(module.importName("protoa/x.proto")).isEmpty();
    }

    @Test
    void rootsOfVersionOneBetaOneFormOneModule() {
        Configuration configuration = Yaml.buf("""
                version: v1beta1
                build:
                  roots: [proto, other]
                  excludes: [proto/old]
                breaking:
                  ignore: [a]
                """);

        SchemaModule module = configuration.modules().get(0);
        assertThat(configuration.modules()).hasSize(1);
        assertThat(module.importName("proto/a/x.proto")).contains("a/x.proto");
        assertThat(module.importName("other/c/x.proto")).contains("c/x.proto");
        assertThat(module.importName("proto/old/x.proto")).isEmpty();
        assertThat(module.importName("elsewhere/x.proto")).isEmpty();
        assertThat(module.breaking().ignore()).containsExactly("a");
    }

    @Test
    void rulesThatAVersionDoesNotHaveAreUnknownInIt() {
        assertThat(Yaml.bufProblems("version: v1\nbreaking: {use: [FIELD_SAME_DEFAULT, CSR]}\n"))
                .hasSize(2)
                .allMatch(problem -> problem.contains("is neither a category nor a rule"));
        assertThat(Yaml.bufProblems("version: v1beta1\nbreaking: {use: [FIELD_WIRE_COMPATIBLE_TYPE]}\n"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: v2\npolicies: []\nplugins: [{plugin: x}]\ndeps: [a]\nlint: {use: [X]}\nname: a/b/c\n",
                "version: v1\ndeps: [a]\nlint: 3\nname: a/b/c\nbuild: {excludes: [x]}\n",
                "version: v1beta1\nbuild: {roots: [.]}\n",
                "version: v2\nbreaking:\n",
                "version: v2\nbreaking:\n  use:\n",
                "version: v2\nbreaking: {ignore_only: {FIELD_SAME_TYPE: }}\n",
                "version: v2\nmodules: []\n",
                "version: v2\nbreaking: {use: [&x FILE, *x]}\n",
                "version: v2\nbreaking: {disable_builtin: false, ignore_unstable_packages: no}\n",
                "version: \"v2\"\n",
                "{\"version\":\"v2\"}",
                "\uFEFFversion: v2\n",
                "version: v2\r\nbreaking:\r\n  use:\r\n    - FILE\r\n",
                "---\nversion: v2\n...\n",
                "# a comment\n%YAML 1.2\n---\nversion: v2\n"
            })
    void whatBufTakesIsTaken(String text) {
        assertThat(Yaml.buf(text).modules()).hasSize(1);
    }

    @Test
    void moduleWithoutPathIsTheFolderOfTheFile() {
        assertThat(Yaml.buf("version: v2\nmodules:\n  - name: a/b/c\n").modules())
                .extracting(SchemaModule::path)
                .containsExactly(".");
    }

    @Test
    void modulesOfOneFolderMayIncludeDifferentFiles() {
        assertThat(Yaml.buf("version: v2\nmodules: [{path: p, includes: [p/a]}, {path: p, includes: [p/b]}]\n")
                        .modules())
                .hasSize(2);
    }

    @Test
    void problemsSayWhereTheyAre() {
        assertThat(Yaml.bufProblems("""
                        version: v2
                        brekaing: {}
                        breaking:
                          use: [FEILD_SAME_TYPE, file]
                          uses: []
                          ignore: [/abs, ../out, ""]
                          ignore_only:
                            FILLE: [a]
                            FIELD_SAME_TYPE: a.proto
                          ignore_unstable_packages: "true"
                        """))
                .containsExactly(
                        "buf.yaml:2:1: error: unknown key \"brekaing\"; did you mean \"breaking\"?",
                        "buf.yaml:4:9: error: \"FEILD_SAME_TYPE\" is neither a category nor a rule; did you mean"
                                + " \"FIELD_SAME_TYPE\"?",
                        "buf.yaml:4:26: error: \"file\" is neither a category nor a rule; did you mean \"FILE\"?",
                        "buf.yaml:5:3: error: unknown key \"uses\"; did you mean \"use\"?",
                        "buf.yaml:6:12: error: the path \"/abs\" is absolute; make it relative to the folder of this file",
                        "buf.yaml:6:18: error: the path \"../out\" leads out of the folder of this file",
                        "buf.yaml:6:26: error: the path is empty; \".\" is the folder itself",
                        "buf.yaml:8:5: error: \"FILLE\" is neither a category nor a rule; did you mean \"FILE\"?",
                        "buf.yaml:9:22: error: \"FIELD_SAME_TYPE\" takes a list of words",
                        "buf.yaml:10:29: error: \"ignore_unstable_packages\" is true or false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breaking: {use: [FILE]}|buf.yaml:1:1: error: \"version\" is missing; one of v1beta1, v1, v2",
                "version: v3|buf.yaml:1:10: error: unknown version \"v3\"; v1beta1, v1 and v2 are known; did you mean"
                        + " \"v1\"?",
                "version: [v1]|buf.yaml:1:10: error: \"version\" takes a word here",
                "[a]|buf.yaml:1:1: error: the file is not a mapping of keys to values",
                "{version: v1, foo: 1}|buf.yaml:1:15: error: unknown key \"foo\"",
                "{version: v1, modules: []}|buf.yaml:1:15: error: unknown key \"modules\"",
                "{version: v1, plugins: []}|buf.yaml:1:15: error: unknown key \"plugins\"",
                "{version: v2, build: {}}|buf.yaml:1:15: error: unknown key \"build\"",
                "{version: v1, version: v2}|buf.yaml:1:15: error: \"version\" is there a second time; the first is in"
                        + " line 1",
                "{version: v1, build: {roots: [a]}}|buf.yaml:1:23: error: only version v1beta1 has \"roots\"; version v2"
                        + " has \"modules\"",
                "{version: v1beta1, build: {roots: [a], excludes: [b]}}|buf.yaml:1:51: error: the path \"b\" is not"
                        + " inside any root",
                "{version: v1beta1, build: {roots: [a, a/b]}}|buf.yaml:1:39: error: the root \"a/b\" and the root \"a\""
                        + " are inside each other",
                "{version: v2, breaking: {use: FILE}}|buf.yaml:1:31: error: \"use\" takes a list of words",
                "{version: v2, breaking: [FILE]}|buf.yaml:1:25: error: \"breaking\" is not a mapping of keys to values",
                "{version: v2, breaking: {except: [FILE]}}|buf.yaml:1:26: error: no rule is left to check by",
                "{version: v2, breaking: {disable_builtin: true}}|buf.yaml:1:26: error: disable_builtin leaves no rule:"
                        + " Sluice does not run the plugins of Buf",
                "{version: v2, modules: {path: x}}|buf.yaml:1:24: error: \"modules\" takes a list of mappings",
                "{version: v2, modules: [{path: x, foo: 1}]}|buf.yaml:1:35: error: unknown key \"foo\"",
                "{version: v2, modules: [{path: /x}]}|buf.yaml:1:32: error: the path \"/x\" is absolute; make it relative"
                        + " to the folder of this file",
                "{version: v2, modules: [{path: p, excludes: [a]}]}|buf.yaml:1:46: error: the path \"a\" is not inside the"
                        + " module's folder \"p\"",
                "{version: v2, modules: [{path: p, excludes: [p]}]}|buf.yaml:1:46: error: this leaves nothing of the"
                        + " module",
                "{version: v2, modules: [{path: p, breaking: {ignore: [a]}}]}|buf.yaml:1:55: error: the path \"a\" is not"
                        + " inside the module's folder \"p\"",
                "{version: v2, modules: [{path: .}, {path: ./.}]}|buf.yaml:1:36: error: the module with the path \".\" is"
                        + " there a second time",
                "{version: v2, ? [a] : b}|buf.yaml:1:17: error: a key is a word here, not a list or mapping",
                "{version: v2, <<: {a: b}}|buf.yaml:1:15: error: merging with \"<<\" is not supported"
            })
    void whatBufRefusesIsRefused(String text, String problem) {
        assertThat(Yaml.bufProblems(text)).containsExactly(problem);
    }

    @Test
    void noNameIsGivenWhereThereIsNone() {
        assertThat(Yaml.buf("version: v2\n").modules().get(0).name()).isEqualTo(Optional.empty());
    }
}
