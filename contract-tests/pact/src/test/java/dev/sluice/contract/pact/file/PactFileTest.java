package dev.sluice.contract.pact.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PactFileTest {
    private static final long SEED = Long.getLong("sluice.seed", 20261126L);
    private static final String GOOD = """
            {
              "consumer": {"name": "a"},
              "provider": {"name": "b"},
              "interactions": [
                {"type": "Asynchronous/Messages", "description": "m \\u00e9",
                 "contents": {"content": {"x": [1, {"y": "z"}]}, "contentType": "application/json", "encoded": false}}
              ],
              "metadata": {"pactSpecification": {"version": "4.0"}}
            }
            """;

    @Test
    void aTruncatedFileIsRefusedWithItsPosition() {
        assertThat(problems("{\n  \"consumer\": {\"name\": \"a\"},\n  \"pro"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.toString()).startsWith("x.json:3:").contains("not JSON: the text ends early");
                });
    }

    @Test
    void anUnknownVersionIsNamedWhereItStands() {
        assertThat(problems(GOOD.replace("\"4.0\"", "\"5.1\"")))
                .extracting(PactProblem::toString)
                .containsExactly("x.json:8:38: error: Pact specification \"5.1\" is not known; 1 to 4 are");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String text = """
                {"consumer": {}, "provider": {"name": " "},
                 "interactions": [{"type": "Telepathy", "description": "x"}, 7,
                  {"type": "Synchronous/HTTP", "description": ""}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """;

        assertThat(problems(text))
                .extracting(PactProblem::message)
                .contains(
                        "the consumer has no name",
                        "the provider has no name",
                        "interactions of type \"Telepathy\" are not known",
                        "an interaction is no object",
                        "an interaction has no description",
                        "an interaction of type Synchronous/HTTP has no \"request\"",
                        "an interaction of type Synchronous/HTTP has no \"response\"")
                .hasSize(7);
    }

    @Test
    void whatIsNoPactFileIsRefused() {
        for (String text :
                List.of("[]", "{}", "7", "", "{\"consumer\":{\"name\":\"a\"},\"provider\":{\"name\":\"b\"}}")) {
            assertThat(problems(text)).as(text).isNotEmpty();
        }
    }

    @Test
    void olderSpecificationsAreRead() {
        String v2 = """
                {"consumer": {"name": "a"}, "provider": {"name": "b"},
                 "interactions": [{"description": "d", "providerState": "s", "request": {}, "response": {"body": {"x": 1}}}],
                 "metadata": {"pact-specification": {"version": "2.0.0"}}}
                """;

        PactFile file = PactFile.read("x.json", v2.getBytes(StandardCharsets.UTF_8));

        assertThat(file.version()).isEqualTo(2);
        assertThat(file.interactions()).singleElement().satisfies(interaction -> {
            assertThat(interaction.states()).containsExactly("s");
            assertThat(interaction.bodies()).hasSize(1);
        });
    }

    @Test
    void positionsAreThoseOfTheText() {
        PactFile file = PactFile.read("x.json", GOOD.getBytes(StandardCharsets.UTF_8));
        PactInteraction.Body body = file.interactions().get(0).bodies().get(0);
        List<Object> way = new ArrayList<>(body.way());
        way.addAll(List.of("x", 1, "y"));

        PactProblem problem = file.problem(way, "here");

        String line = GOOD.lines().toList().get(problem.line() - 1);
        assertThat(line.substring(problem.column() - 1)).startsWith("\"y\"");
    }

    @Test
    void damagedFilesAreRefusedOrReadAndNothingElse() {
        Random random = new Random(SEED);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = good.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
            assertThatCode(() -> {
                        try {
                            PactFile file = PactFile.read("x.json", cut);
                            file.interactions().forEach(interaction -> file.problem(interaction.way(), "here"));
                        } catch (PactFileException refused) {
                            assertThat(refused.problems()).allMatch(problem -> problem.line() >= 1);
                        }
                    })
                    .as("round %d, seed %d", round, SEED)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> PactFile.read("x.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PactFileException.class)
                .hasMessageContaining("nested deeper");
    }

    private static List<PactProblem> problems(String text) {
        return catchThrowableOfType(
                        PactFileException.class, () -> PactFile.read("x.json", text.getBytes(StandardCharsets.UTF_8)))
                .problems();
    }
}
