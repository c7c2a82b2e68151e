package dev.sluice.contract.verification;

import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.stage.Profile;
import java.nio.file.Path;
import java.util.List;

/** Runs our contracts against one reference worker, each against a process of its own. */
public final class PeerRun {
    private final Peer peer;

    /** Runs against this worker. */
    public PeerRun(Peer peer) {
        this.peer = peer;
    }

    /** Verifies the worker against a Pact file. */
    public List<ContractVerifier.Verdict> contracts(Path pactFile) {
        try (ProviderProcess worker = ProviderProcess.start(peer.command());
                WorkerLoad load = new WorkerLoad(worker.provider());
                ProviderStates states = ProviderStates.start(load)) {
            return new ContractVerifier(worker.provider().base(), states.uri()).verify(pactFile);
        }
    }

    /** Runs every rule of the test kit. */
    public Report rules(Profile profile, long seed, RunListener listener) {
        try (ProviderProcess worker = ProviderProcess.start(peer.command())) {
            return Tck.run(worker.provider(), RuleFilter.all(), profile, seed, listener);
        }
    }
}
