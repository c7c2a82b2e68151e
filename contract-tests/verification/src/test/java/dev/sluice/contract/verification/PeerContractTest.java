package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.TextReport;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our contracts against the reference peers, each a process of its own. */
class PeerContractTest {
    private static final long SEED = Long.getLong("sluice.seed", 20261123L);

    @TempDir
    private Path folder;

    static Stream<Peer> peers() {
        return Peer.all(Path.of(System.getProperty("sluice.root"))).stream();
    }

    private static void requireBuilt(Peer peer) {
        if (!peer.isBuilt()) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true the %s peers must be there", peer.name())
                    .isNotEqualTo("true");
            assumeTrue(
                    false,
                    "skipped: no " + peer.name() + " peers at " + peer.worker().getParent());
        }
    }

    @ParameterizedTest
    @MethodSource("peers")
    void keepsTheContractsOfItsConsumers(Peer peer) throws IOException {
        requireBuilt(peer);
        Contracts.write(Contracts.schema(Path.of(System.getProperty("sluice.root"))), folder);

        List<InteractionResult> results = new PeerRun(peer).contracts(folder);

        assertThat(results)
                .hasSizeGreaterThan(20)
                .allSatisfy(result ->
                        assertThat(result.failure()).as(result.description()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("peers")
    void keepsEveryRequiredRule(Peer peer) {
        requireBuilt(peer);

        Report report = new PeerRun(peer).rules(Profile.standard(), SEED, RunListener.SILENT);

        assertThat(report.conforms()).as(TextReport.write(report)).isTrue();
    }

    @Test
    void producersKeepEveryRequiredRule() {
        List<InFlight<Report>> reports = peers().peek(PeerContractTest::requireBuilt)
                .map(peer -> InFlight.begin(
                        () -> new PeerRun(peer).clientRules(Profile.standard(), SEED, RunListener.SILENT)))
                .toList();

        assertThat(reports)
                .extracting(InFlight::result)
                .allSatisfy(report -> assertThat(report.conforms())
                        .as(TextReport.write(report))
                        .isTrue());
    }
}
