package dev.sluice.contract.verification;

import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.HttpInteraction;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.protocol.work.v1.Admission;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The contract of a consumer that submits work: each of its requests, and every answer that it must cope with. */
final class SubmissionContract {
    static final String ACCEPTED = "a submission that there is room for";
    static final String REPLAYED = "a submission of an item that was accepted before";

    private final PactContract contract;
    private final Map<String, WorkItem> submissions = new LinkedHashMap<>();

    private SubmissionContract(ContractSchema schema) {
        contract = PactContract.between("sluice-producer", "sluice-worker", schema);
    }

    /** The contract, defined. */
    static SubmissionContract define(ContractSchema schema) {
        SubmissionContract submission = new SubmissionContract(schema);
        submission.acceptances();
        for (Refusal refusal : Refusal.all()) {
            submission.refusal(refusal);
        }
        return submission;
    }

    /** What each interaction submits, by description. */
    Map<String, WorkItem> submissions() {
        return submissions;
    }

    PactContract contract() {
        return contract;
    }

    /**
     * Proves the consumer against its contract.
     *
     * @return what it made of each answer, by description
     * @throws IOException if it did not do what the contract says
     */
    Map<String, WorkClient.Outcome> prove(ConsumerTest test) throws IOException {
        Map<String, WorkClient.Outcome> outcomes = new LinkedHashMap<>();
        for (Map.Entry<String, WorkItem> submission : submissions.entrySet()) {
            outcomes.put(
                    submission.getKey(),
                    test.http(submission.getKey(), provider -> new WorkClient(provider).submit(submission.getValue())));
        }
        return outcomes;
    }

    /** Proves the consumer and writes its contract. */
    static Path write(ContractSchema schema, Path folder) throws IOException {
        SubmissionContract submission = define(schema);
        ConsumerTest test = new ConsumerTest(submission.contract);
        submission.prove(test);
        return test.write(folder);
    }

    private void acceptances() {
        WorkItem fresh = Items.item("pact-accepted-1").build();
        submission(ACCEPTED, fresh)
                .given(WorkerStates.IDLE)
                .requestBody(Body.of(fresh))
                .response(202)
                .responseHeader("Location", "/v1/work/" + fresh.workId())
                .responseBody(admission(fresh));
        WorkItem known = Items.item("pact-replayed-1").build();
        submission(REPLAYED, known)
                .given(WorkerStates.ACCEPTED, Map.of("workId", known.workId()))
                .requestBody(Body.of(known))
                .response(200)
                .responseHeader("Location", "/v1/work/" + known.workId())
                .responseBody(admission(known));
    }

    private static Body admission(WorkItem item) {
        return Body.like(Admission.class)
                .with("work_id", item.workId())
                .with("outcome", "ADMISSION_OUTCOME_ACCEPTED")
                .with("capacity.limit", 8)
                .with("capacity.concurrency_limit", 3)
                .with("capacity.ttl_ms", 1000)
                .exactly("work_id", "outcome");
    }

    private void refusal(Refusal refusal) {
        HttpInteraction interaction = submission(refusal.description(), refusal.item());
        refusal.states().forEach(interaction::given);
        Body sent = Body.of(refusal.item());
        if (refusal.isWellFormed()) {
            interaction.requestBody(sent);
        } else {
            interaction.invalidRequestBody(sent);
        }
        interaction.response(refusal.status()).responseBody(problem(refusal), "application/problem+json");
        if (refusal.hasRetryAfter()) {
            interaction.responseHeader("Retry-After", "^[1-9][0-9]{0,9}$", "1");
        }
    }

    private static Body problem(Refusal refusal) {
        Body problem = Problems.of(refusal.status(), refusal.reason());
        if (refusal.hasRetryAfter()) {
            problem = problem.with("retry_after_ms", 200)
                    .with("capacity.limit", 8)
                    .exactly("retryable");
        }
        if (!refusal.level().isEmpty()) {
            problem = problem.with("capacity.level", refusal.level()).exactly("capacity.level");
        }
        return problem.with("work_id", refusal.item().workId()).exactly("work_id");
    }

    private HttpInteraction submission(String description, WorkItem item) {
        submissions.put(description, item);
        return contract.http(description).request("POST", "/v1/work");
    }
}
