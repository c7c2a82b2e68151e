package dev.sluice.contract.pact.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * A verification as JUnit tests, one for each interaction:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicContainer> keepsTheContractsOfItsConsumers() {
 *     return ContractTests.of(verification);
 * }
 * }</pre>
 *
 * A pending interaction that fails is an aborted test, and says why. What came of a file is published after its last test.
 */
public final class ContractTests {
    private ContractTests() {}

    /** One container for each Pact file, with a test for each of its interactions. */
    public static Stream<DynamicContainer> of(ProviderVerification verification) {
        return verification.checks().stream().filter(file -> !file.isEmpty()).map(ContractTests::container);
    }

    private static DynamicContainer container(List<ProviderVerification.Check> file) {
        SourcedPact pact = file.get(0).pact();
        List<InteractionResult> results = new ArrayList<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (ProviderVerification.Check check : file) {
            tests.add(DynamicTest.dynamicTest(check.interaction().description(), () -> {
                InteractionResult result = check.run().get();
                results.add(result);
                if (results.size() == file.size()) {
                    pact.sink().publish(results);
                }
                if (!result.holds() && result.pending()) {
                    Assumptions.abort("pending, so it does not count: " + result.failure());
                } else if (!result.holds()) {
                    throw new AssertionFailedError("the provider does not keep \"" + result.description() + "\" of "
                            + pact.file().name() + "\n" + result.failure());
                }
            }));
        }
        return DynamicContainer.dynamicContainer(
                pact.file().consumer() + " (" + pact.file().name() + ")", tests);
    }
}
