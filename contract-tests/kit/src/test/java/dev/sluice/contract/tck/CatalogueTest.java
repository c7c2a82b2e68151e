package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    private final List<RuleText> rules = Stream.concat(
                    Tck.rules(RuleFilter.all()).stream(), ClientTck.rules(RuleFilter.all()).stream())
            .toList();

    @Test
    void everyRuleHasANameOfItsOwn() {
        assertThat(rules).extracting(RuleText::testName).doesNotHaveDuplicates();
    }

    @Test
    void rulesRunInTheOrderOfTheirNumbers() {
        assertThat(rules).isSortedAccordingTo(Comparator.comparing(CatalogueTest::order));
    }

    @Test
    void aFilterTakesNumbersAndChapters() {
        assertThat(Tck.rules(RuleFilter.only("3.1"))).extracting(RuleText::id).containsExactly("3.1");
        assertThat(Tck.rules(RuleFilter.only("3")))
                .extracting(RuleText::id)
                .containsExactly("3.1", "3.2", "3.3", "3.4");
        assertThat(Tck.rules(RuleFilter.only("9.9"))).isEmpty();
    }

    @Test
    void theStatementsAreThoseOfTheProtocol() throws IOException {
        Path protocol = Path.of(System.getProperty("sluice.root", "."), "schemas", "PROTOCOL.md");
        assumeTrue(Files.exists(protocol), "no " + protocol);
        List<String> lines =
                Files.readAllLines(protocol).stream().map(CatalogueTest::plain).toList();
        assertThat(rules)
                .filteredOn(rule -> rule.type() != RuleType.OPTIONAL)
                .allSatisfy(rule -> assertThat(lines)
                        .anyMatch(line -> line.matches("\\| " + rule.id() + " \\| [rs] \\| .*")
                                && line.contains("| " + plain(rule.statement()) + " |")));
        assertThat(rules).extracting(RuleText::id).containsAll(numbers(lines));
    }

    private static List<String> numbers(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("\\| [0-9]+\\.[0-9]+ \\| [ros] \\| .*"))
                .map(line -> line.split(" ", 3)[1])
                .toList();
    }

    private static String plain(String text) {
        return text.replace("`", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
    }

    private static int order(RuleText rule) {
        String[] parts = rule.id().split("\\.");
        return Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
    }
}
