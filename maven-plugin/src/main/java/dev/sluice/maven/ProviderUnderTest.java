package dev.sluice.maven;

import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.stage.Profile;
import java.util.Optional;

/** A provider that a build verifies: one that listens already, or one that it starts, and ends when this is closed. */
final class ProviderUnderTest implements AutoCloseable {
    private record Started(ProviderProcess process, ProviderCommand command) {}

    private final Provider provider;
    private final Optional<Started> started;

    private ProviderUnderTest(Provider provider, Optional<Started> started) {
        this.provider = provider;
        this.started = started;
    }

    static ProviderUnderTest listening(Provider provider) {
        return new ProviderUnderTest(provider, Optional.empty());
    }

    /** @throws dev.sluice.contract.provider.ProviderStartException if it does not come up */
    static ProviderUnderTest start(ProviderCommand command) {
        ProviderProcess process = ProviderProcess.start(command);
        return new ProviderUnderTest(process.provider(), Optional.of(new Started(process, command)));
    }

    Provider provider() {
        return provider;
    }

    /** Plays rules to it; those that have to start one are skipped where the build did not start this one. */
    Report play(RuleFilter filter, Profile profile, long seed) {
        return started.isPresent()
                ? Tck.run(started.get().process(), started.get().command(), filter, profile, seed, RunListener.SILENT)
                : Tck.run(provider, filter, profile, seed, RunListener.SILENT);
    }

    @Override
    public void close() {
        started.ifPresent(one -> one.process().close());
    }
}
