package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README.md and the guides show is run, or is part of what is: snippets.txt says how for each, and one that it does not name fails. */
class SnippetsTest {
    private static final Path ROOT = Path.of(System.getProperty("sluice.root"));
    private static final Pattern ID = Pattern.compile("\\bid: (\\S+)");
    private static final Pattern STEP = Pattern.compile("(?m)^ *-? *run: (.*)$");

    @TempDir
    private Path folder;

    private final List<String> printed = new ArrayList<>();
    private Optional<Path> launcher = Optional.empty();

    /** How a snippet is held to what is so. */
    private record Entry(String file, String start, String how) {
        boolean isAboutTheWholeGuide() {
            return start.equals("*");
        }

        boolean isAbout(Snippet snippet) {
            return snippet.file().equals(file)
                    && (isAboutTheWholeGuide() || snippet.text().startsWith(start));
        }
    }

    private static List<Entry> entries() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/snippets.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| "))
                .map(part -> new Entry(part[0], part[1], part[2]))
                .toList();
    }

    @Test
    void everyEntryIsAboutOneSnippet() throws IOException {
        List<Snippet> snippets = Snippet.all(ROOT);
        for (Entry entry : entries()) {
            long about = snippets.stream().filter(entry::isAbout).count();
            if (entry.isAboutTheWholeGuide()) {
                assertThat(about).as(entry.toString()).isPositive();
            } else {
                assertThat(about).as(entry.toString()).isEqualTo(1);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everySnippetIsTrue() throws IOException {
        List<Entry> entries = entries();
        return Snippet.all(ROOT).stream()
                .map(snippet -> DynamicTest.dynamicTest(snippet.toString(), () -> {
                    Optional<Entry> entry =
                            entries.stream().filter(one -> one.isAbout(snippet)).findFirst();
                    assertThat(entry)
                            .as("%s: say in src/test/resources/snippets.txt how it is held to what is so", snippet)
                            .isPresent();
                    check(snippet, entry.get().how());
                }));
    }

    private void check(Snippet snippet, String how) throws IOException, InterruptedException {
        String word = how.replaceFirst("[ :].*", "");
        switch (word) {
            case "run" -> {
                printed.clear();
                printed.add(sandbox().run(snippet.text(), statuses(how)));
            }
            case "output" -> assertThat(printed).containsExactly(snippet.text());
            case "in" -> {
                String tokens = snippet.tokens()
                        .replace("Path.of(\"src/main/proto\")", "ROOT.resolve(\"schemas\")")
                        .replace("Path.of(\"target/pacts\")", "target.resolve(\"pacts\")");
                String file = Files.readString(ROOT.resolve(how.substring("in ".length())));
                assertThat(Snippet.tokens(file)).contains(tokens);
            }
            case "configuration" -> sandbox().configure(snippet.text());
            case "steps" -> {
                String steps = String.join(
                        "\n",
                        STEP.matcher(snippet.text())
                                .results()
                                .map(SnippetsTest::group)
                                .toList());
                sandbox().run(steps.replace("${{ github.base_ref }}", "main"), statuses(how));
            }
            case "ids" -> {
                String file = Files.readString(ROOT.resolve(how.substring("ids in ".length())));
                List<String> known =
                        ID.matcher(file).results().map(SnippetsTest::group).toList();
                List<String> named = ID.matcher(snippet.text())
                        .results()
                        .map(SnippetsTest::group)
                        .toList();
                assertThat(named).isNotEmpty().isSubsetOf(known);
            }
            case "by" ->
                assertThat(ROOT.resolve(how.substring("by ".length())))
                        .content()
                        .contains(snippet.file().substring("docs/".length()));
            case "form", "outside" -> {}
            default -> throw new AssertionError("snippets.txt: " + how);
        }
    }

    private Sandbox sandbox() throws IOException, InterruptedException {
        Peer go = Peer.all(ROOT).get(0);
        assertThat(go.isBuilt() || System.getenv("CI") == null)
                .as("with CI=true the %s worker must be there", go.name())
                .isTrue();
        assumeTrue(go.isBuilt(), "skipped: no " + go.name() + " worker");
        if (launcher.isEmpty()) {
            launcher = Optional.of(Sandbox.unpack(ROOT.resolve("cli/target"), folder.resolve("distribution")));
        }
        return new Sandbox(ROOT, launcher.get(), Files.createTempDirectory(folder, "sandbox"));
    }

    private static List<Integer> statuses(String how) {
        return Stream.of(how.split(" ")).skip(1).map(Integer::valueOf).toList();
    }

    private static String group(MatchResult match) {
        return match.group(1);
    }
}
