package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.codegen.GeneratedFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefinitionNamesTest {
    private static String defined(String... definitions) {
        String text = Stream.of(definitions)
                .map(definition -> "\"" + definition + "\": {\"type\": \"object\", \"properties\": {\"a\": true}}")
                .collect(Collectors.joining(", ", "{\"$defs\": {", "}}"));
        return generated(text);
    }

    private static String generated(String text) {
        return JsonBindings.of(Map.of("a.json", text.getBytes(StandardCharsets.UTF_8)), "shop").stream()
                .map(GeneratedFile::text)
                .collect(Collectors.joining());
    }

    @Test
    void aPackageIsNoPartOfTheName() {
        assertThat(defined("shop.v1.Order", "shop.v1.Order.Line"))
                .contains("class Order ", "class OrderLine ")
                .doesNotContain("class ShopV1");
    }

    @Test
    void aPackageTellsDefinitionsOfOneNameApart() {
        assertThat(defined("iam.v1.Policy", "iam.v2.Policy", "iam.v2.Rule"))
                .contains("class IamV1Policy ", "class IamV2Policy ", "class Rule ");
    }

    @Test
    void aMembersOwnTypeMakesWayForADefinition() {
        assertThat(
                        generated(
                                "{\"properties\": {\"status\": {\"enum\": [\"ON\"]}, \"last\": {\"$ref\": \"#/$defs/rpc.Status\"}},"
                                        + "\"$defs\": {\"rpc.Status\": {\"properties\": {\"code\": {\"type\": \"integer\"}}}}}"))
                .contains("class Status ", "class StatusValue ");
    }

    @Test
    void aMembersOwnTypeKeepsANameThatNoDefinitionHasInTheEnd() {
        assertThat(
                        generated(
                                "{\"properties\": {\"line\": {\"enum\": [\"ON\"]}, \"a_v1_line\": {\"enum\": [\"OFF\"]},"
                                        + "\"a\": {\"$ref\": \"#/$defs/a.v1.Line\"}, \"b\": {\"$ref\": \"#/$defs/b.v1.Line\"}},"
                                        + "\"$defs\": {\"a.v1.Line\": {\"properties\": {\"x\": true}}, \"b.v1.Line\": {\"properties\": {\"y\": true}}}}"))
                .contains("class AV1Line ", "class BV1Line ", "class Line ", "class AV1LineValue ")
                .doesNotContain("class LineValue ");
    }

    @Test
    void whatIsWithinADefinitionMakesWayForAMemberOfTheWhole() {
        assertThat(generated(
                        "{\"properties\": {\"object_size\": {\"enum\": [\"S\"]}, \"o\": {\"$ref\": \"#/$defs/Object\"}},"
                                + "\"$defs\": {\"Object\": {\"properties\": {\"size\": {\"enum\": [\"M\"]}}}}}"))
                .contains("class ObjectSize ", "class ObjectSizeValue ");
    }
}
