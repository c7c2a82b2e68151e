package dev.sluice.contract.pact.lint;

import dev.sluice.contract.pact.file.PactFile;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * A lint as JUnit tests, one for each Pact file:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> contractsFollowTheirSchema() {
 *     return LintTests.of(PactLint.against(schema), new PactFolder(Path.of("target/pacts")).all());
 * }
 * }</pre>
 */
public final class LintTests {
    private LintTests() {}

    /** One test for each file, which fails with every finding. */
    public static Stream<DynamicTest> of(PactLint lint, Collection<PactFile> files) {
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> {
                    List<LintFinding> findings = lint.check(file);
                    if (!findings.isEmpty()) {
                        throw new AssertionFailedError(String.join(
                                "\n",
                                findings.stream().map(LintFinding::toString).toList()));
                    }
                }));
    }
}
