package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Help pages say what the commands understand. */
class HelpTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/sluice/cli");
    private static final Path PAGES = Path.of("src/main/resources/dev/sluice/cli/help");
    private static final Pattern OPTION = Pattern.compile("(?<![a-z-])--[a-z][a-z-]+(?![a-z_-])");

    private static Set<String> options(String text) {
        Set<String> options = new TreeSet<>();
        Matcher matcher = OPTION.matcher(text);
        while (matcher.find()) {
            options.add(matcher.group());
        }
        return options;
    }

    @ParameterizedTest
    @CsvSource({
        "check, CheckRequest ReportRequest FailOn ImportFolders",
        "lint, LintCommand ReportRequest FailOn ImportFolders",
        "waive, WaiveCommand",
        "explain, ExplainCommand",
        "build, BuildCommand SchemaInput",
        "generate, GenerateCommand Generation SchemaInput",
        "json-schema, Generation SchemaInput",
        "verify, VerifyCommand WorkloadTrial"
    })
    void everyOptionIsOnThePageAndTheOtherWayRound(String command, String classes) throws IOException {
        StringBuilder code = new StringBuilder();
        for (String name : classes.split(" ")) {
            code.append(Files.readString(SOURCES.resolve(name + ".java")));
        }
        Set<String> understood = new TreeSet<>();
        Matcher quoted = Pattern.compile(
                        "(?:value|values|flag|text|of|words|number)\\((?:parsed, )?\"(--[a-z-]+)\"[,)]")
                .matcher(code);
        while (quoted.find()) {
            understood.add(quoted.group(1));
        }
        Set<String> described = options(Files.readString(PAGES.resolve(command + ".txt")));
        described.removeAll(Set.of("--help"));
        Set<String> ofOthers = command.equals("waive") ? Set.of("--verbose") : Set.of();
        described.removeAll(ofOthers);

        assertThat(described).isEqualTo(understood);
    }

    @Test
    void pagesFitATerminal() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                assertThat(Files.readAllLines(page))
                        .as(page.toString())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(82));
            }
        }
    }
}
