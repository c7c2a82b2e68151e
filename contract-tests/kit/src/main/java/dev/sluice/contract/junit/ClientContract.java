package dev.sluice.contract.junit;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.tck.ClientTck;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.stage.Profile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The backpressure contract as JUnit tests of a client, one for each rule of chapter 11. A subclass says how its client is started
 * ({@code PROTOCOL.md}, "Starting a client"):
 *
 * <pre>{@code
 * final class ProducerContractTest extends ClientContract {
 *     @Override
 *     protected ClientCommand command() {
 *         return ClientCommand.of("./producer");
 *     }
 * }
 * }</pre>
 */
public abstract class ClientContract {
    /** How the client is started. */
    protected abstract ClientCommand command();

    /** The rules that run; all. */
    protected RuleFilter filter() {
        return RuleFilter.all();
    }

    /** The profile; the standard one. */
    protected Profile profile() {
        return Profile.standard();
    }

    /** The number that the client's jitter follows from; it is in every failure. */
    protected long seed() {
        return 1;
    }

    /** One test for each rule. */
    @TestFactory
    final Stream<DynamicTest> contract() {
        return ClientTck.rules(filter()).stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.testName(),
                        () -> Judgement.of(
                                ClientTck.run(command(), rule::equals, profile(), seed(), RunListener.SILENT))));
    }
}
