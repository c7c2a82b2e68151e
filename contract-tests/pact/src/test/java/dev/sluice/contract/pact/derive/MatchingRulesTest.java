package dev.sluice.contract.pact.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.schema.MessageSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchingRulesTest {
    private static final MessageSchema ORDER =
            ContractSchema.read(Path.of("src/test/resources/shop")).message("shop.v1.Order");

    @Test
    void aBoundedNumberIsANumberWithinItsBounds() throws JsonSyntaxException {
        assertThat(rules("{\"percent\": 7}", "$.percent"))
                .containsExactly(
                        "{\"match\":\"integer\"}", "{\"match\":\"regex\",\"regex\":\"^(?:[0-9]|[1-9][0-9]|100)$\"}");
    }

    @Test
    void aSixtyFourBitNumberIsText() throws JsonSyntaxException {
        assertThat(rules("{\"total\": \"7\"}", "$.total"))
                .hasSize(2)
                .contains("{\"match\":\"type\"}")
                .noneMatch(rule -> rule.contains("integer"));
        assertThat("999999").matches(regex("{\"total\": \"7\"}", "$.total"));
        assertThat("1000001").doesNotMatch(regex("{\"total\": \"7\"}", "$.total"));
    }

    @Test
    void anEnumIsOneOfTheNamesThatItsConstraintsPermit() throws JsonSyntaxException {
        assertThat(regex("{\"status\": \"STATUS_OPEN\"}", "$.status")).isEqualTo("^(?:STATUS_OPEN|STATUS_SENT)$");
    }

    @Test
    void aRepeatedFieldHasBoundsAndItsElementsHaveRules() throws JsonSyntaxException {
        String json = "{\"lines\": [{\"sku\": \"AAA-1111\", \"count\": \"3\"}]}";

        assertThat(rules(json, "$.lines")).containsExactly("{\"match\":\"type\",\"min\":1,\"max\":3}");
        assertThat(regex(json, "$.lines[*].sku")).isEqualTo("^[A-Z]{3}-[0-9]{4}$");
        assertThat("99").matches(regex(json, "$.lines[*].count"));
        assertThat("100").doesNotMatch(regex(json, "$.lines[*].count"));
    }

    @Test
    void aMapHasRulesForItsKeysAndItsValues() throws JsonSyntaxException {
        String json = "{\"labels\": {\"a\": 1}}";

        assertThat(rules(json, "$.labels"))
                .contains("{\"match\":\"values\"}")
                .anySatisfy(rule -> assertThat(rule).contains("eachKey", "^[a-z]+$"));
        assertThat("-5").matches(regex(json, "$.labels.*"));
        assertThat("6").doesNotMatch(regex(json, "$.labels.*"));
    }

    @Test
    void textHasToMatchEveryConstraintFromItsFirstCharacterToItsLast() throws JsonSyntaxException {
        assertThat(regex("{\"note\": \"abc\"}", "$.note")).isEqualTo("^[\\s\\S]{3,20}$");
        assertThat(rules("{\"prefixed\": \"a.b?\"}", "$.prefixed"))
                .containsExactly(
                        "{\"match\":\"type\"}",
                        "{\"match\":\"regex\",\"regex\":\"^a\\\\.b[\\\\s\\\\S]*$\"}",
                        "{\"match\":\"regex\",\"regex\":\"^[\\\\s\\\\S]*\\\\?$\"}");
        assertThat(rules("{\"nickname\": \"x\"}", "$.nickname")).containsExactly("{\"match\":\"type\"}");
    }

    @Test
    void messagesWithAJsonFormOfTheirOwnAreRead() throws JsonSyntaxException {
        assertThat("2026-01-01T00:00:00.5Z").matches(regex("{\"placed\": \"2026-01-01T00:00:00Z\"}", "$.placed"));
        assertThat("1.5s").matches(regex("{\"within\": \"6s\"}", "$.within"));
        assertThat(rules("{\"stars\": 3}", "$.stars")).contains("{\"match\":\"integer\"}");
        assertThat(rules("{\"extra\": {\"a\": [1]}}", "$.extra")).containsExactly("{\"match\":\"type\"}");
    }

    @Test
    void whatIsMeantExactlyIsEqual() throws JsonSyntaxException {
        Map<String, List<Rule>> rules = MatchingRules.of(
                ORDER,
                (Json.Obj) JsonReader.read("{\"percent\": 7, \"lines\": [{\"sku\": \"AAA-1111\"}]}"),
                Set.of("percent", "lines.sku"));

        assertThat(rules.get("$.percent")).containsExactly(Rule.EQUALITY);
        assertThat(rules.get("$.lines[*].sku")).containsExactly(Rule.EQUALITY);
    }

    private static List<String> rules(String json, String path) throws JsonSyntaxException {
        return MatchingRules.of(ORDER, (Json.Obj) JsonReader.read(json), Set.of())
                .getOrDefault(path, List.of())
                .stream()
                .map(rule -> JsonWriter.write(rule.json()))
                .toList();
    }

    private static String regex(String json, String path) throws JsonSyntaxException {
        return MatchingRules.of(ORDER, (Json.Obj) JsonReader.read(json), Set.of())
                .getOrDefault(path, List.of())
                .stream()
                .flatMap(rule -> rule.json().text("regex").stream())
                .findFirst()
                .orElse("no expression");
    }
}
