package dev.sluice.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProviderProcessTest {
    @TempDir
    Path folder;

    @Test
    void aProviderThatGetsReadyIsWhereItSays() {
        try (ProviderProcess process = ProviderProcess.start(misbehaving("good"))) {
            assertThat(process.provider().base()).isEqualTo(URI.create("http://127.0.0.1:9"));
            assertThat(process.terminate(Duration.ofSeconds(20))).isEqualTo(OptionalInt.of(143));
        }
    }

    @Test
    void aProviderThatNeverGetsReadyIsEndedAndItsOutputShown() {
        assertThatThrownBy(
                        () -> ProviderProcess.start(misbehaving("never-ready").readyWithin(Duration.ofSeconds(3))))
                .isInstanceOf(ProviderStartException.class)
                .hasMessageContaining("did not print \"listening on\" within 3000 ms")
                .hasMessageContaining("still thinking");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void theChildrenOfAProviderThatNeverGetsReadyAreEndedToo() throws Exception {
        Path pidFile = folder.resolve("pid");
        assertThatThrownBy(() -> ProviderProcess.start(
                        misbehaving("child", pidFile.toString()).readyWithin(Duration.ofSeconds(3))))
                .isInstanceOf(ProviderStartException.class);
        Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(pidFile)));
        for (int i = 0; i < 1000 && child.filter(ProcessHandle::isAlive).isPresent(); i++) {
            Thread.sleep(10);
        }
        assertThat(child.filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aProviderThatCrashesIsReportedWithItsStatusAndItsError() {
        assertThatThrownBy(() -> ProviderProcess.start(misbehaving("crash")))
                .isInstanceOf(ProviderStartException.class)
                .hasMessageContaining("ended with status 2 before it was ready")
                .hasMessageContaining("SLUICE_QUEUE_LIMIT: not a number");
    }

    @Test
    void aProviderWithoutAnAddressIsRefused() {
        assertThatThrownBy(() -> ProviderProcess.start(misbehaving("no-address")))
                .isInstanceOf(ProviderStartException.class)
                .hasMessageContaining("listens on no http address");
    }

    @Test
    void aProgramThatDoesNotExistIsReported() {
        assertThatThrownBy(() -> ProviderProcess.start(
                        ProviderCommand.of(folder.resolve("nothing").toString())))
                .isInstanceOf(ProviderStartException.class)
                .hasMessageContaining("cannot be started");
    }

    @Test
    void aFloodOfOutputNeitherBlocksTheProviderNorFillsTheMemory() throws Exception {
        try (ProviderProcess process =
                ProviderProcess.start(misbehaving("flood").readyWithin(Duration.ofSeconds(30)))) {
            for (int i = 0; i < 1000 && !process.output().endsWith("the last line"); i++) {
                Thread.sleep(10);
            }
            assertThat(process.output())
                    .startsWith("xxx")
                    .contains("characters left out")
                    .endsWith("the last line")
                    .hasSizeLessThan(40 << 10);
        }
    }

    @Test
    void aProviderThatIgnoresSigtermIsEndedWhenItIsClosed() {
        ProviderProcess process = ProviderProcess.start(misbehaving("ignore-sigterm"));
        try (process) {
            assertThat(process.terminate(Duration.ofMillis(500))).isEmpty();
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.isAlive()).isFalse();
    }

    private static ProviderCommand misbehaving(String... arguments) {
        String[] command = new String[arguments.length + 4];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-cp";
        command[2] = System.getProperty("java.class.path");
        command[3] = MisbehavingMain.class.getName();
        System.arraycopy(arguments, 0, command, 4, arguments.length);
        return ProviderCommand.of(command);
    }
}
