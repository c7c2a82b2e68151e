package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.codegen.GenerationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a JSON Schema, or cannot be generated, is told with its place. */
class JsonSchemaProblemsTest {

    private static List<String> problems(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        GenerationException failure =
                catchThrowableOfType(GenerationException.class, () -> JsonBindings.of(files, "shop"));
        return failure == null
                ? List.of()
                : failure.problems().stream().map(Object::toString).toList();
    }

    private static List<String> problems(String text) {
        return problems(Map.of("a.json", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "{@a.json:1:2: error: no JSON: expected '\"', found the end of the text",
                "[]@a.json:1:1: error: a schema is an object, true or false",
                "{\"minimun\":1}@a.json:1:2: error: no keyword of JSON Schema is called \"minimun\"; correct it, or let an annotation of your own start with x-",
                "{\"unevaluatedProperties\":false}@a.json:1:2: error: unevaluatedProperties is not supported: no Java is generated for it; say it with other keywords",
                "{\"$ref\":\"../b.json\"}@a.json:1:2: error: $ref \"../b.json\" refers to nothing in the given folder; schemas are read from nowhere else",
                "{\"$ref\":\"file:///etc/passwd\"}@a.json:1:2: error: $ref \"file:///etc/passwd\" refers to nothing in the given folder; schemas are read from nowhere else",
                "{\"$ref\":\"#/$defs/x\"}@a.json:1:2: error: $ref \"#/$defs/x\" refers to nothing in the given folder; schemas are read from nowhere else",
                "{\"$ref\":\"#\"}@a.json:1:1: error: the schema refers to itself for the same value, without end",
                "{\"type\":\"text\"}@a.json:1:2: error: type must be one or more of null, boolean, object, array, number, string, integer",
                "{\"minLength\":-1}@a.json:1:2: error: minLength must be a whole number from 0 to 2147483647",
                "{\"multipleOf\":0}@a.json:1:2: error: multipleOf must be a number above 0",
                "{\"exclusiveMinimum\":true}@a.json:1:2: error: exclusiveMinimum must be a number",
                "{\"pattern\":\"(?=a)\"}@a.json:1:2: error: the pattern is not supported: it looks ahead or behind, or sets flags, at character 1",
                "{\"pattern\":\"(a)\\\\1\"}@a.json:1:2: error: the pattern is not supported: \\1 at character 4",
                "{\"items\":[true]}@a.json:1:2: error: items must be a schema; a list of schemas is called prefixItems",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\"}@a.json:1:2: error: the dialect \"http://json-schema.org/draft-04/schema#\" is not supported; 2020-12, 2019-09, draft-07 and draft-06 are",
                "{\"items\":{\"$ref\":\"#\"}}@a.json:1:1: error: no Java type can be of lists or maps of itself; put an object between",
                "{\"type\":\"object\",\"type\":\"array\"}@a.json:1:18: error: no JSON: the member \"type\" is there twice"
            })
    void eachFaultHasItsPlace(String schema, String expected) {
        assertThat(problems(schema)).containsExactly(expected);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(problems(Map.of(
                        "a.json",
                        "{\n\t\"minLength\": \"é\", \"foo\": 1,\n  \"properties\": {\"x\": 3}\n}",
                        "b.json",
                        "{\"not\": 1}")))
                .containsExactly(
                        "a.json:2:9: error: minLength must be a whole number from 0 to 2147483647",
                        "a.json:2:28: error: no keyword of JSON Schema is called \"foo\"; correct it, or let an annotation"
                                + " of your own start with x-",
                        "a.json:3:3: error: properties must be an object of schemas",
                        "b.json:1:2: error: not must be a schema");
    }

    @Test
    void classesWithOneNameAreRefusedWithBothPlaces() {
        assertThat(problems(Map.of(
                        "a.json",
                        "{\"title\": \"Order\", \"type\": \"string\"}",
                        "order.json",
                        "{\"type\": \"string\"}")))
                .containsExactly(
                        "order.json:1:1: error: the class Order is that of the schema at a.json:1:1 too; rename one of"
                                + " them, give it another title, or move it to another folder, which gives another package");
        assertThat(problems("{\"$defs\": {\"line-item\": {\"enum\": [\"a\"]}, \"LineItem\": {\"enum\": [\"b\"]}}}"))
                .containsExactly(
                        "a.json:1:42: error: the class LineItem is that of the schema at a.json:1:12 too; rename"
                                + " one of them, or give it another title");
    }

    @Test
    void aCaseOfADocumentAndADefinitionWithOneNameAreRefused() {
        assertThat(problems("""
                        {"oneOf": [{"$ref": "#/$defs/Card"}, {"type": "string"}],
                        "$defs": {"Card": {"type": "object"}, "cardcase": {"enum": ["a"]}}}"""))
                .containsExactly(
                        "a.json:2:39: error: the class Cardcase is that of the schema at a.json:1:12 too; rename one of"
                                + " them, or give it another title");
    }

    @Test
    void emittedSchemasOfMessagesWithOneNameGoToFoldersOfTheirOwn() {
        Map<String, String> together = Map.of(
                "a.v1.Line.schema.json",
                "{\"title\": \"Line\", \"type\": \"object\"}",
                "b.v1.Line.schema.json",
                "{\"title\": \"Line\", \"type\": \"object\"}");
        assertThat(problems(together))
                .containsExactly("b.v1.Line.schema.json:1:1: error: the class Line is that of the schema at"
                        + " a.v1.Line.schema.json:1:1 too; rename one of them, give it another title, or move it to another"
                        + " folder, which gives another package");

        Map<String, String> apart = new TreeMap<>();
        together.forEach((path, text) -> apart.put(path.charAt(0) + "/" + path, text));
        assertThat(problems(apart)).isEmpty();
    }

    @Test
    void aFileNeedsAPackage() {
        assertThatThrownBy(() -> JsonBindings.of(Map.of("a.json", "true".getBytes(StandardCharsets.UTF_8)), ""))
                .hasMessageContaining("no Java package is known");
        assertThatThrownBy(() -> JsonBindings.of(Map.of("a-b/a.json", "true".getBytes(StandardCharsets.UTF_8)), ""))
                .hasMessageContaining("its folder gives no Java package");
    }

    @Test
    void mutatedSchemasAreGeneratedOrHaveProblemsAndNothingElse() {
        String text = """
                {"$id":"https://shop.example/x","type":"object","properties":{"a":{"$ref":"#/$defs/b"},"c":{"oneOf":
                [{"type":"string","pattern":"^a+$"},{"type":"integer","minimum":3},{"$ref":"#"}]},"d":{"items":{"const":
                [1,{}]},"uniqueItems":true}},"required":["a"],"additionalProperties":{"type":["null","number"]},"$defs":
                {"b":{"enum":["x","y",null]},"e":{"allOf":[{"$ref":"#/$defs/b"},{"not":{"type":"array"}}]}}}""";
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] pieces = {
            "{}",
            "[]",
            "\"\"",
            "null",
            "true",
            "-1",
            "\"#\"",
            "\"$ref\":\"#/$defs/e\",",
            "}",
            ",",
            "\"allOf\":[{}],",
            "1e999",
            "\\",
            "\u0000"
        };
        int generated = 0;
        for (int i = 0; i < 3_000; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(9));
            String mutated = text.substring(0, from) + pieces[random.nextInt(pieces.length)] + text.substring(to);
            try {
                generated += JsonBindings.of(Map.of("a.json", mutated.getBytes(StandardCharsets.UTF_8)), "shop")
                                .isEmpty()
                        ? 0
                        : 1;
            } catch (GenerationException e) {
                assertThat(e.problems()).isNotEmpty();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + i + ": " + mutated, e);
            }
        }
        assertThat(generated).as("seed %d", seed).isPositive();
    }
}
