package dev.sluice.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.ConfigurationResult;
import dev.sluice.compat.differential.FindingLine;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.workspace.ModuleFiles;
import dev.sluice.compat.workspace.WorkspaceReader;
import dev.sluice.compat.workspace.WorkspaceResult;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredLintTest {
    private static final String SHOP = """
            syntax = "proto3";
            package shop.v1;
            import "google/protobuf/empty.proto";
            // buf:lint:ignore MESSAGE_PASCAL_CASE
            message bad_name {
              string Id = 1; // line 6
              // buf:lint:ignore FIELD_LOWER_SNAKE_CASE, whatever follows
              string Note = 2;
            }
            enum State { STATE_NONE = 0; }
            service Shop {
              rpc Open(google.protobuf.Empty) returns (google.protobuf.Empty);
              rpc Close(google.protobuf.Empty) returns (google.protobuf.Empty);
            }
            """;

    @TempDir
    private Path folder;

    private List<String> lint(String configuration) throws IOException {
        write("shop/v1/shop.proto", SHOP);
        return lintFolder(configuration);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private List<String> lintFolder(String configuration) throws IOException {
        FolderSource tree = new FolderSource(folder);
        ConfigurationResult result = read(configuration);
        assertThat(result).isInstanceOf(ConfigurationResult.Read.class);
        LintPlan plan = new LintPlan(((ConfigurationResult.Read) result).configuration(), List.of(), List.of());
        Problems problems = new Problems();
        List<ModuleFiles> files = ModuleFiles.of(tree, plan.configuration().modules(), problems);
        assertThat(problems.sorted()).isEmpty();
        WorkspaceResult read = WorkspaceReader.read(files, List.of());
        assertThat(read).isInstanceOf(WorkspaceResult.Read.class);
        return LintCheck.run(((WorkspaceResult.Read) read).modules(), plan).findings().stream()
                .map(FindingLine::of)
                .toList();
    }

    private static ConfigurationResult read(String configuration) {
        String name = configuration.contains("sluice") ? "sluice.yaml" : "buf.yaml";
        return ConfigurationReader.read(name, configuration.getBytes(StandardCharsets.UTF_8), Concern.LINT);
    }

    private static List<String> problems(String configuration) {
        ConfigurationResult result = read(configuration);
        assertThat(result).isInstanceOf(ConfigurationResult.Failed.class);
        return ((ConfigurationResult.Failed) result)
                .problems().stream().map(Problem::toString).toList();
    }

    @Test
    void commentsAskForRulesToBeIgnored() throws IOException {
        assertThat(lint("version: v2\nlint: {use: [MESSAGE_PASCAL_CASE, FIELD_LOWER_SNAKE_CASE]}\n"))
                .containsExactly("shop/v1/shop.proto:6:10:6:12 FIELD_LOWER_SNAKE_CASE");
    }

    @ParameterizedTest
    @CsvSource({
        "v2,{disallow_comment_ignores: true},3",
        "v2,{disallow_comment_ignores: false},1",
        "v1,{},3",
        "v1,{allow_comment_ignores: true},1",
        "v1beta1,{allow_comment_ignores: true},1",
        "v1beta1,{},3"
    })
    void whetherCommentsMayDoSoDependsOnVersionAndFlag(String version, String flag, int findings) throws IOException {
        String lint = flag.replace("{", "{use: [MESSAGE_PASCAL_CASE, FIELD_LOWER_SNAKE_CASE], ");

        assertThat(lint("version: " + version + "\nlint: " + lint + "\n")).hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({
        "'ENUM_ZERO_VALUE_SUFFIX','enum_zero_value_suffix: _NONE',0",
        "'ENUM_ZERO_VALUE_SUFFIX','enum_zero_value_suffix: \"\"',1",
        "'SERVICE_SUFFIX','service_suffix: Shop',0",
        "'SERVICE_SUFFIX','service_suffix: API',1",
        "'RPC_REQUEST_STANDARD_NAME','rpc_allow_google_protobuf_empty_requests: true',0",
        "'RPC_RESPONSE_STANDARD_NAME','rpc_allow_google_protobuf_empty_responses: true',0",
        "'RPC_RESPONSE_STANDARD_NAME','rpc_allow_google_protobuf_empty_requests: true',2",
        "'RPC_REQUEST_RESPONSE_UNIQUE','rpc_allow_same_request_response: true',2",
        "'RPC_REQUEST_RESPONSE_UNIQUE','rpc_allow_google_protobuf_empty_requests: true',4"
    })
    void conventionsAreThoseOfTheConfiguration(String rule, String convention, int findings) throws IOException {
        assertThat(lint("version: v2\nlint:\n  use: [" + rule + "]\n  " + convention + "\n"))
                .hasSize(findings);
    }

    @Test
    void emptyOnBothSidesIsAllowedWhereBothAre() throws IOException {
        assertThat(lint("""
                        version: v2
                        lint:
                          use: [RPC_REQUEST_RESPONSE_UNIQUE]
                          rpc_allow_google_protobuf_empty_requests: true
                          rpc_allow_google_protobuf_empty_responses: true
                        """)).isEmpty();
    }

    @Test
    void pathsAreIgnoredForAllRulesOrForSome() throws IOException {
        write("other/v1/other.proto", SHOP.replace("shop.v1", "other.v1"));

        assertThat(lint("""
                        version: v1
                        lint:
                          use: [FIELD_LOWER_SNAKE_CASE, MESSAGE_PASCAL_CASE]
                          ignore: [other]
                          ignore_only: {BASIC: [other/v1], FIELD_LOWER_SNAKE_CASE: [shop/v1/shop.proto]}
                        """)).containsExactly("shop/v1/shop.proto:5:9:5:17 MESSAGE_PASCAL_CASE");
    }

    @Test
    void aModuleHasItsOwnSettingsOrThoseOfAll() throws IOException {
        write("one/shop/v1/shop.proto", SHOP);
        write("two/bank/v1/bank.proto", SHOP.replace("shop.v1", "bank.v1"));

        assertThat(lintFolder("""
                        version: v2
                        modules:
                          - path: one
                          - path: two
                            lint: {use: [SERVICE_SUFFIX]}
                        lint: {use: [ENUM_ZERO_VALUE_SUFFIX], ignore: [two]}
                        """))
                .containsExactly(
                        "one/shop/v1/shop.proto:10:14:10:24 ENUM_ZERO_VALUE_SUFFIX",
                        "two/bank/v1/bank.proto:11:9:11:13 SERVICE_SUFFIX");
    }

    @Test
    void severitiesOfSluiceYamlCountForLintToo() throws IOException {
        assertThat(lint("""
                        # sluice
                        version: v1
                        lint: {use: [FIELD_LOWER_SNAKE_CASE, SERVICE_SUFFIX]}
                        severity: {BASIC: off, SERVICE_SUFFIX: warn}
                        """)).containsExactly("shop/v1/shop.proto:11:9:11:13 SERVICE_SUFFIX");
    }

    @Test
    void whatIsWrongInTheConfigurationHasAPosition() {
        assertThat(problems("""
                        version: v2
                        lint:
                          use: [STANDRAD, FIELD_NO_DELETE]
                          service_sufix: API
                          rpc_allow_same_request_response: maybe
                          ignore: [../x]
                        """))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("buf.yaml:3:9: ").contains("STANDARD"))
                .anySatisfy(problem -> assertThat(problem).startsWith("buf.yaml:3:19: "))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("buf.yaml:4:3: ").contains("service_suffix"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("buf.yaml:5:36: ").contains("true or false"))
                .anySatisfy(problem -> assertThat(problem).startsWith("buf.yaml:6:12: "))
                .hasSize(5);
    }

    @Test
    void aRuleOfBufThatFindsNothingIsTaken() throws IOException {
        assertThat(lint("version: v2\nlint: {use: [SERVICE_SUFFIX, IMPORT_NO_WEAK], except: [IMPORT_NO_WEAK]}\n"))
                .hasSize(1);
    }

    @Test
    void rulesOfAnotherVersionAreNotKnown() {
        assertThat(problems("version: v2\nlint: {use: [SENSIBLE]}\n")).hasSize(1);
        assertThat(problems("version: v1beta1\nlint: {use: [IMPORT_USED]}\n")).hasSize(1);
    }

    @Test
    void whatConcernsChangesIsNotLookedAt() throws IOException {
        assertThat(lint("version: v2\nbreaking: {use: [A_PLUGINS_RULE]}\nlint: {use: [SERVICE_SUFFIX]}\n"))
                .hasSize(1);
    }
}
