package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.protocol.work.v1.AdmissionOutcome;
import dev.sluice.protocol.work.v1.RefusalReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The consumer, against Pact's mock provider. */
class SubmissionContractTest {
    @TempDir
    private Path folder;

    @Test
    void theConsumerTellsAcceptanceFromRefusal() throws IOException {
        SubmissionContract.Outcomes outcomes = SubmissionContract.runConsumer(SubmissionContract.define());

        assertThat(outcomes.whenIdle()).isInstanceOfSatisfying(WorkClient.Accepted.class, accepted -> {
            assertThat(accepted.admission().outcome()).isEqualTo(AdmissionOutcome.ADMISSION_OUTCOME_ACCEPTED);
            assertThat(accepted.admission().capacity().limit()).isPositive();
        });
        assertThat(outcomes.whenFull()).isInstanceOfSatisfying(WorkClient.Refused.class, refused -> {
            assertThat(refused.problem().reason()).isEqualTo(RefusalReason.REFUSAL_REASON_QUEUE_FULL);
            assertThat(refused.retryAfterSeconds()).isEqualTo(OptionalLong.of(1));
        });
    }

    @Test
    void aContractThatIsAlreadyThereIsReplaced() throws IOException {
        Path file = SubmissionContract.write(folder);
        String first = Files.readString(file);
        Files.writeString(file, first.replace("pact-refused-1", "an-old-interaction"));

        assertThat(SubmissionContract.write(folder)).isEqualTo(file);
        assertThat(Files.readString(file)).isEqualTo(first).contains("sluice.work.v1.WorkItem");
    }
}
