package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.lint.PactLint;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.verify.PactFolder;
import dev.sluice.protocol.capacity.v1.CapacityLevel;
import dev.sluice.protocol.service.v1.Problem;
import dev.sluice.protocol.work.v1.AdmissionOutcome;
import dev.sluice.protocol.work.v1.RefusalReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our consumers, against their own contracts. */
class ConsumersTest {
    private static final ContractSchema SCHEMA = Contracts.schema(Path.of(System.getProperty("sluice.root")));

    @TempDir
    private Path folder;

    @Test
    void theProducerTellsAcceptanceFromEveryRefusal() throws IOException {
        SubmissionContract submission = SubmissionContract.define(SCHEMA);

        Map<String, WorkClient.Outcome> outcomes = submission.prove(new ConsumerTest(submission.contract()));

        assertThat(outcomes.get(SubmissionContract.ACCEPTED))
                .isInstanceOfSatisfying(
                        WorkClient.Accepted.class,
                        accepted -> assertThat(accepted.admission().outcome())
                                .isEqualTo(AdmissionOutcome.ADMISSION_OUTCOME_ACCEPTED));
        for (Refusal refusal : Refusal.all()) {
            assertThat(outcomes.get(refusal.description()))
                    .as(refusal.description())
                    .isInstanceOfSatisfying(WorkClient.Refused.class, refused -> {
                        assertThat(refused.problem().reason()).isEqualTo(refusal.reason());
                        assertThat(refused.problem().status()).isEqualTo(refusal.status());
                        assertThat(refused.retryAfterSeconds())
                                .isEqualTo(refusal.hasRetryAfter() ? OptionalLong.of(1) : OptionalLong.empty());
                    });
        }
    }

    @Test
    void theOperatorTellsAnswersFromRefusals() throws IOException {
        OperatorContract operator = OperatorContract.define(SCHEMA);

        Map<String, OperatorClient.Reply<?>> replies = operator.prove(new ConsumerTest(operator.contract()));

        assertThat(replies).hasSizeGreaterThan(8);
        assertThat(replies.values().stream().filter(OperatorClient.Refused.class::isInstance))
                .hasSize(4);
    }

    @Test
    void theLesseeTellsAGrantFromARefusal() throws IOException {
        LeaseContract lease = LeaseContract.define(SCHEMA);

        LeaseContract.Outcomes outcomes = lease.prove(new ConsumerTest(lease.contract()));

        assertThat(outcomes.granted().credits()).isEqualTo(2);
        assertThat(outcomes.refused().reason()).isEqualTo(RefusalReason.REFUSAL_REASON_LEASE_EXPIRED);
    }

    @Test
    void whatOnlyADurableProviderSaysIsUnderstood() throws IOException {
        DurableContract durable = DurableContract.define(SCHEMA);
        ConsumerTest test = new ConsumerTest(durable.contract());

        assertThat(durable.prove(test))
                .extracting(Problem::reason, Problem::retryable)
                .containsExactly(
                        tuple(RefusalReason.REFUSAL_REASON_ADMISSION_IN_PROGRESS, true),
                        tuple(RefusalReason.REFUSAL_REASON_WORK_RETIRED, false));
        for (PactFile file : new PactFolder(test.write(folder)).all()) {
            assertThat(PactLint.against(SCHEMA).check(file)).isEmpty();
        }
    }

    @Test
    void theDashboardReadsTheLevel() throws IOException {
        SignalContract signal = SignalContract.define(SCHEMA);

        assertThat(signal.prove(new ConsumerTest(signal.contract())))
                .extractingByKey(SignalContract.FULL)
                .satisfies(capacity -> assertThat(capacity.level()).isEqualTo(CapacityLevel.CAPACITY_LEVEL_SATURATED));
    }

    @Test
    void contractsThatAreAlreadyThereAreReplaced() throws IOException {
        Files.writeString(folder.resolve("sluice-retired-sluice-worker.json"), "{}");
        List<Path> files = Contracts.write(SCHEMA, folder);
        String first = Files.readString(files.get(0));
        Files.writeString(files.get(0), first.replace("pact-full-1", "an-old-interaction"));

        assertThat(Contracts.write(SCHEMA, folder)).isEqualTo(files);
        assertThat(Files.readString(files.get(0))).isEqualTo(first).contains("sluice.work.v1.WorkItem");
        assertThat(folder).isDirectoryNotContaining("glob:**retired**");
    }
}
