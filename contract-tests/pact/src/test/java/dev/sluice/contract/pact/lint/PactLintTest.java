package dev.sluice.contract.pact.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.verify.InteractionResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class PactLintTest {
    private static final ContractSchema SHOP = ContractSchema.read(Path.of("src/test/resources/shop"));

    @Test
    void aFieldThatTheSchemaDoesNotHaveIsFoundWhereItStands() {
        PactFile file = response("shop.v1.Order", "{\n\"lines\": [{\n  \"sku\": \"AAA-1111\",\n  \"colour\": 1}]}");

        List<LintFinding> findings = PactLint.against(SHOP).check(file);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(LintRule.UNKNOWN_FIELD);
            assertThat(finding.toString()).contains("shop.v1.Line has no field \"colour\"");
            String line = file.text().lines().toList().get(finding.problem().line() - 1);
            assertThat(line.substring(finding.problem().column() - 1)).startsWith("\"colour\"");
        });
    }

    @Test
    void examplesThatBreakConstraintsAreFound() {
        assertThat(rules(response("shop.v1.Order", "{\"percent\": 101}"))).containsExactly(LintRule.CONSTRAINT);
        assertThat(rules(response("shop.v1.Order", "{\"lines\": [{\"sku\": \"x\", \"count\": \"1\"}]}")))
                .containsExactly(LintRule.CONSTRAINT);
        assertThat(rules(response("shop.v1.Order", "{\"labels\": {\"A\": 9}}")))
                .containsExactly(LintRule.CONSTRAINT, LintRule.CONSTRAINT);
    }

    @Test
    void aResponseMayBeAPartOfItsMessage() {
        assertThat(rules(response("shop.v1.Order", "{\"percent\": 100}"))).isEmpty();
        assertThat(rules(response("shop.v1.Order", "{\"total\": \"3\", \"net\": 1}")))
                .isEmpty();
        assertThat(rules(response("shop.v1.Order", "{\"total\": \"3\", \"net\": 1, \"tax\": 1}")))
                .as("a rule across fields that are all there")
                .containsExactly(LintRule.CONSTRAINT);
    }

    @Test
    void aRequestIsAWholeMessageUnlessItIsToBeRefused() {
        assertThat(rules(request("shop.v1.PlaceRequest", "{}", 200))).containsExactly(LintRule.CONSTRAINT);
        assertThat(rules(request("shop.v1.PlaceRequest", "{}", 400))).isEmpty();
        assertThat(rules(request("shop.v1.Order", "{\"total\": \"3\", \"net\": 1, \"tax\": 1, \"percent\": 101}", 422)))
                .isEmpty();
        assertThat(rules(request("shop.v1.PlaceRequest", "{\"odd\": 1}", 400))).containsExactly(LintRule.UNKNOWN_FIELD);
    }

    @Test
    void valuesOfAnotherTypeAreFoundOneByOne() {
        assertThat(rules(response("shop.v1.Order", "{\"percent\": \"x\", \"lines\": 7, \"status\": \"NONE\"}")))
                .containsExactly(LintRule.WRONG_TYPE, LintRule.WRONG_TYPE, LintRule.WRONG_TYPE);
        assertThat(rules(response("shop.v1.Order", "[1]"))).isNotEmpty();
    }

    @Test
    void referencesToWhatTheSchemaDoesNotHaveAreFound() {
        assertThat(rules(response("shop.v1.Gone", "{}"))).containsExactly(LintRule.UNKNOWN_MESSAGE);
        assertThat(rules(response("", "{\"a\": 1}"))).containsExactly(LintRule.NO_REFERENCE);
    }

    @Test
    void statesWithoutHooksAndInteractionsThatNothingServedAreFound() {
        PactFile file = response("shop.v1.Order", "{\"percent\": 1}");
        PactLint lint = PactLint.against(SHOP);

        assertThat(lint.withStates(List.of("open")).check(file)).isEmpty();
        assertThat(lint.withStates(List.of("closed")).check(file))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(LintRule.STATE_WITHOUT_HOOK);
                    assertThat(finding.toString()).contains("no hook brings about the provider state \"open\"");
                });
        assertThat(lint.withResults(List.of()).check(file))
                .extracting(LintFinding::rule)
                .containsExactly(LintRule.NEVER_SERVED);
        assertThat(lint.withResults(List.of(new InteractionResult(file, "d", false, "failed")))
                        .check(file))
                .isEmpty();
    }

    @Test
    void thereIsOneJUnitTestForEachFile() {
        PactFile good = response("shop.v1.Order", "{\"percent\": 1}");
        PactFile bad = response("shop.v1.Order", "{\"percent\": 101}");

        List<DynamicTest> tests =
                LintTests.of(PactLint.against(SHOP), List.of(good, bad)).toList();

        assertThatCode(tests.get(0).getExecutable()::execute).doesNotThrowAnyException();
        assertThatThrownBy(tests.get(1).getExecutable()::execute)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("error CONSTRAINT: percent: ");
    }

    private static List<LintRule> rules(PactFile file) {
        return PactLint.against(SHOP).check(file).stream()
                .map(LintFinding::rule)
                .toList();
    }

    private static PactFile response(String message, String body) {
        return file(message.isEmpty() ? "{}" : "{\"response\": \"" + message + "\"}", "{}", 200, body);
    }

    private static PactFile request(String message, String body, int status) {
        String request =
                "{\"body\": {\"content\": " + body + ", \"contentType\": \"application/json\", \"encoded\": false}}";
        return file("{\"request\": \"" + message + "\"}", request, status, "");
    }

    private static PactFile file(String references, String request, int status, String body) {
        String content = body.isEmpty()
                ? ""
                : ", \"body\": {\"content\": " + body + ", \"contentType\": \"application/json\", \"encoded\": false}";
        String text = "{\"consumer\": {\"name\": \"a\"}, \"provider\": {\"name\": \"shop\"}, \"interactions\": [\n"
                + "{\"type\": \"Synchronous/HTTP\", \"description\": \"d\", \"providerStates\": [{\"name\": \"open\"}],\n"
                + " \"comments\": {\"references\": {\"proto\": " + references + "}},\n"
                + " \"request\": " + request + ", \"response\": {\"status\": " + status + content + "}}],\n"
                + " \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}";
        return PactFile.read("x.json", text.getBytes(StandardCharsets.UTF_8));
    }
}
