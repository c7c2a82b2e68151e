package dev.sluice.compat.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sluice.compat.CheckOptions;
import dev.sluice.compat.CheckPlan;
import dev.sluice.compat.SourceCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.ConfigurationResult;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideCheck;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Under each of many configurations a pair of trees has the findings of Buf, or both refuse the configuration. */
class ConfigurationDifferentialTest {
    private static final String REFUSED = "refused";

    /** Where the two differ, and why. */
    private static final Map<String, String> INTENDED = Map.of(
            "no configuration",
                    "Buf takes the rules of v1 where no file says otherwise; ours are those of v2, two more",
            "old only config", "the same, since the configuration of the old side counts on neither",
            "old broken config", "a mistake in a baseline is past mending: it is a warning",
            "v2 ignore empty", "an empty path stands for everything in Buf; rather a mistake than a wish",
            "v2 ignore nested dup", "a path inside another harms nobody",
            "v1 ignore nested dup", "a path inside another harms nobody",
            "v2 module deleted", "Buf compares nothing where a module is gone; that is the finding",
            "work deleted dir", "Buf compares nothing where a module is gone; that is the finding",
            "two docs", "Buf reads the first document of a file and does not say so");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theFindingsAreThoseOfBuf() throws IOException {
        Buf buf = Buf.fetched();
        Path resources = Path.of("src/test/resources/configurations");
        List<ConfigurationCase> cases = ConfigurationCase.in(resources.resolve("cases"));
        assertThat(cases)
                .extracting(ConfigurationCase::name)
                .doesNotHaveDuplicates()
                .containsAll(INTENDED.keySet());
        return cases.stream().map(each -> dynamicTest(each.name(), () -> compare(buf, resources, each)));
    }

    private void compare(Buf buf, Path schemas, ConfigurationCase each) throws Exception {
        Path pair = folder.resolve(each.name().replaceAll("\\W", "-"));
        each.write(schemas, pair);
        Buf.Result result = buf.breaking(pair.resolve("new"), "../old");
        assertThat(result.refused()).isEmpty();
        Set<String> expected = result.errors().isEmpty() ? result.findings() : Set.of(REFUSED);
        Set<String> actual = findings(pair);
        FileTree.delete(pair);

        if (INTENDED.containsKey(each.name())) {
            assertThat(actual)
                    .as("no difference any more: " + INTENDED.get(each.name()))
                    .isNotEqualTo(expected);
        } else {
            assertThat(actual).as(String.join("\n", result.errors())).isEqualTo(expected);
        }
    }

    private static Set<String> findings(Path pair) throws IOException, UnknownRuleException {
        CheckSide.Tree old = side(pair.resolve("old"));
        CheckSide.Tree now = side(pair.resolve("new"));
        Optional<ConfigurationResult> ofNew = ConfigurationReader.find(now.source(), "");
        if (ofNew.isPresent() && ofNew.get() instanceof ConfigurationResult.Failed) {
            return Set.of(REFUSED);
        }
        CheckPlan plan =
                new CheckPlan(read(ofNew).orElse(Configuration.DEFAULT), CheckOptions.DEFAULT, LocalDate.EPOCH);
        Optional<Configuration> ofOld = read(ConfigurationReader.find(old.source(), ""));
        SourceCheck.Outcome outcome = new SideCheck(List.of(), plan, true).run(old, ofOld, now);
        Set<String> found = new TreeSet<>();
        if (outcome instanceof SourceCheck.Compared compared) {
            compared.verdict().findings().forEach(finding -> found.add(FindingLine.of(finding)));
            return found;
        }
        return Set.of(REFUSED);
    }

    private static CheckSide.Tree side(Path folder) throws IOException {
        return new CheckSide.Tree(folder.toString(), new FolderSource(folder), folder.toString());
    }

    private static Optional<Configuration> read(Optional<ConfigurationResult> result) {
        return result.filter(ConfigurationResult.Read.class::isInstance)
                .map(found -> ((ConfigurationResult.Read) found).configuration());
    }
}
