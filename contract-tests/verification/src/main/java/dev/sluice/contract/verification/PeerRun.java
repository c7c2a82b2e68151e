package dev.sluice.contract.verification;

import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.pact.verify.PactFolder;
import dev.sluice.contract.pact.verify.ProviderVerification;
import dev.sluice.contract.tck.ClientTck;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.stage.Profile;
import java.nio.file.Path;
import java.util.List;

/** Runs our contracts against the reference peers of one language, each against a process of its own. */
public final class PeerRun {
    private final Peer peer;

    /** Runs against these peers. */
    public PeerRun(Peer peer) {
        this.peer = peer;
    }

    /** Verifies the worker against the Pact files of a folder; against that for leases only if it grants them. */
    public List<InteractionResult> contracts(Path pacts) {
        try (Worker worker = Worker.start(peer.command());
                WorkerLoad load = new WorkerLoad(worker.base());
                WorkerStates states = new WorkerStates(worker, load)) {
            boolean leases = states.grantsLeases();
            return ProviderVerification.of("sluice-worker")
                    .http(worker.base())
                    .hooks(states.hooks())
                    .from(provider -> new PactFolder(pacts)
                            .load(provider).stream()
                                    .filter(pact ->
                                            leases || !pact.file().consumer().equals(LeaseContract.CONSUMER))
                                    .toList())
                    .verify();
        }
    }

    /** Runs every rule for providers of the test kit against the worker. */
    public Report rules(Profile profile, long seed, RunListener listener) {
        return Tck.run(peer.command(), RuleFilter.all(), profile, seed, listener);
    }

    /** Runs every rule for clients of the test kit against the producer. */
    public Report clientRules(Profile profile, long seed, RunListener listener) {
        return ClientTck.run(peer.client(), RuleFilter.all(), profile, seed, listener);
    }
}
