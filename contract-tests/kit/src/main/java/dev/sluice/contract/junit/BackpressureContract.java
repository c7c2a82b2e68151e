package dev.sluice.contract.junit;

import dev.sluice.contract.provider.FirstPolicy;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.RuleText;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The backpressure contract as JUnit tests of a provider, one for each rule, named like {@code required_1_1_boundedAdmission}. A subclass
 * says how its provider is started; it is started before the first test and ended after the last:
 *
 * <pre>{@code
 * final class WorkerContractTest extends BackpressureContract {
 *     @Override
 *     protected Optional<ProviderCommand> command() {
 *         return Optional.of(ProviderCommand.of("./worker").withLimits(2, 4).readyWithin(Duration.ofSeconds(20)));
 *     }
 * }
 * }</pre>
 *
 * Or it says where a provider listens that it starts itself; then rules that end a provider are skipped. A failure reads like a bug
 * report. An inconclusive required rule fails too: a contract that was not checked is not kept. A skipped rule is an aborted test.
 */
public abstract class BackpressureContract {
    /** How the provider is started; empty where {@link #provider} says where one listens. */
    protected Optional<ProviderCommand> command() {
        return Optional.empty();
    }

    /** The provider, listening and idle, where there is no command. */
    protected Provider provider() {
        throw new IllegalStateException(getClass().getName() + " overrides neither command() nor provider()");
    }

    /** A policy in JSON that is put in force before the first rule; the one that the provider starts with where this is empty. */
    protected Optional<String> policy() {
        return Optional.empty();
    }

    /** The rules that run; all. */
    protected RuleFilter filter() {
        return RuleFilter.all();
    }

    /** The profile; the standard one. */
    protected Profile profile() {
        return Profile.standard();
    }

    /** The number that everything random follows from; it is in every failure. */
    protected long seed() {
        return 1;
    }

    /** One test for each rule. */
    @TestFactory
    final Stream<DynamicTest> contract() {
        Optional<ProviderProcess> process = command().map(ProviderProcess::start);
        try {
            Provider provider = process.map(ProviderProcess::provider).orElseGet(this::provider);
            policy().ifPresent(policy ->
                    FirstPolicy.put(provider, policy, profile().replyTimeout()));
            return Tck.rules(filter()).stream()
                    .map(rule -> DynamicTest.dynamicTest(rule.testName(), () -> check(provider, process, rule)))
                    .onClose(() -> process.ifPresent(ProviderProcess::close));
        } catch (RuntimeException failed) {
            process.ifPresent(ProviderProcess::close);
            throw failed;
        }
    }

    private void check(Provider provider, Optional<ProviderProcess> process, RuleText rule) {
        Report report = process.isPresent()
                ? Tck.run(process.get(), command().orElseThrow(), rule::equals, profile(), seed(), RunListener.SILENT)
                : Tck.run(provider, rule::equals, profile(), seed(), RunListener.SILENT);
        Judgement.of(report);
    }
}
