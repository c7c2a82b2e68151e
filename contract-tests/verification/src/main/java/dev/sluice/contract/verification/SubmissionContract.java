package dev.sluice.contract.verification;

import static au.com.dius.pact.consumer.dsl.Matchers.regexp;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import dev.sluice.protocol.work.v1.Criticality;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The contract of a consumer that submits work: what it sends, and the two answers it must cope with. Writing it proves
 * the consumer against Pact's mock provider first.
 */
public final class SubmissionContract {
    /** The provider state in which nothing is running or queued. */
    static final String IDLE = "the provider is idle";

    /** The provider state in which every slot is taken. */
    static final String FULL = "the queue is full";

    private static final String CONSUMER = "sluice-producer";
    private static final String PROVIDER = "sluice-worker";
    private static final WorkItem TO_BE_ACCEPTED = item("pact-accepted-1");
    private static final WorkItem TO_BE_REFUSED = item("pact-refused-1");

    private SubmissionContract() {}

    /** What the consumer made of the two answers. */
    public record Outcomes(WorkClient.Outcome whenIdle, WorkClient.Outcome whenFull) {}

    /**
     * Runs the consumer against Pact's mock provider and writes the contract.
     *
     * @param folder where to write; a contract already there is replaced, not merged with
     * @return the file that was written
     * @throws IOException if the consumer did not do what the contract says, or the file cannot be written
     */
    public static Path write(Path folder) throws IOException {
        Path file = folder.resolve(CONSUMER + "-" + PROVIDER + ".json");
        Files.createDirectories(folder);
        Files.deleteIfExists(file);
        V4Pact pact = define();
        runConsumer(pact);
        pact.write(folder.toString(), PactSpecVersion.V4);
        return file;
    }

    /** Submits both items to Pact's mock provider. */
    static Outcomes runConsumer(V4Pact pact) throws IOException {
        PactVerificationResult result = ConsumerPactRunnerKt.runConsumerTest(
                pact, MockProviderConfig.createDefault(PactSpecVersion.V4), (mock, context) -> {
                    WorkClient client = new WorkClient(URI.create(mock.getUrl()));
                    return new Outcomes(client.submit(TO_BE_ACCEPTED), client.submit(TO_BE_REFUSED));
                });
        if (result instanceof PactVerificationResult.Ok ok && ok.getResult() instanceof Outcomes outcomes) {
            return outcomes;
        }
        throw new IOException("the consumer does not keep its own contract: " + result.getDescription());
    }

    static V4Pact define() {
        PactBuilder pact = new PactBuilder(CONSUMER, PROVIDER, PactSpecVersion.V4);
        pact.expectsToReceiveHttpInteraction(
                "a submission that there is room for",
                interaction -> interaction
                        .state(IDLE)
                        .reference("proto", "request", "sluice.work.v1.WorkItem")
                        .reference("proto", "response", "sluice.work.v1.Admission")
                        .withRequest(request -> request.method("POST")
                                .path("/v1/work")
                                .header("Content-Type", "application/json")
                                .body(TO_BE_ACCEPTED.toJson()))
                        .willRespondWith(response -> response.status(202)
                                .header("Location", "/v1/work/" + TO_BE_ACCEPTED.workId())
                                .header("Content-Type", regexp("application/json(;.*)?", "application/json"))
                                .body(admission())));
        pact.expectsToReceiveHttpInteraction(
                "a submission that there is no room for",
                interaction -> interaction
                        .state(FULL)
                        .reference("proto", "request", "sluice.work.v1.WorkItem")
                        .reference("proto", "response", "sluice.service.v1.Problem")
                        .withRequest(request -> request.method("POST")
                                .path("/v1/work")
                                .header("Content-Type", "application/json")
                                .body(TO_BE_REFUSED.toJson()))
                        .willRespondWith(response -> response.status(503)
                                .header("Retry-After", regexp("[1-9][0-9]*", "1"))
                                .header(
                                        "Content-Type",
                                        regexp("application/problem\\+json(;.*)?", "application/problem+json"))
                                .body(queueFull())));
        return pact.toPact();
    }

    private static DslPart admission() {
        return new PactDslJsonBody()
                .stringValue("workId", TO_BE_ACCEPTED.workId())
                .stringValue("outcome", "ADMISSION_OUTCOME_ACCEPTED")
                .object("capacity")
                .stringType("providerId", "worker-1")
                .stringMatcher("epoch", "[1-9][0-9]*", "1")
                .stringMatcher("seq", "[0-9]+", "1")
                .integerType("limit", 20)
                .integerType("concurrencyLimit", 4)
                .integerType("ttlMs", 1000)
                .stringMatcher("level", "CAPACITY_LEVEL_[A-Z]+", "CAPACITY_LEVEL_NOMINAL")
                .closeObject();
    }

    private static DslPart queueFull() {
        return new PactDslJsonBody()
                .stringValue("type", "urn:sluice:problem:queue-full")
                .stringType("title", "The queue is full")
                .numberValue("status", 503)
                .stringValue("reason", "REFUSAL_REASON_QUEUE_FULL")
                .booleanValue("retryable", true)
                .integerType("retryAfterMs", 1000)
                .stringValue("workId", TO_BE_REFUSED.workId());
    }

    private static WorkItem item(String workId) {
        return WorkItem.builder()
                .workId(workId)
                .tenant("pact")
                .kind("example")
                .criticality(Criticality.CRITICALITY_CRITICAL)
                .deadlineMs(30_000)
                .attempt(1)
                .build();
    }
}
