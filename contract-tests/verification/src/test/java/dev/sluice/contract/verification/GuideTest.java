package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.junit.BackpressureContract;
import dev.sluice.contract.junit.ClientContract;
import dev.sluice.contract.pact.broker.ConsumerVersionSelector;
import dev.sluice.contract.pact.broker.PactBroker;
import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.lint.LintFinding;
import dev.sluice.contract.pact.lint.PactLint;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.verify.ContractTests;
import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.pact.verify.PactFolder;
import dev.sluice.contract.pact.verify.PactSource;
import dev.sluice.contract.pact.verify.ProviderHooks;
import dev.sluice.contract.pact.verify.ProviderVerification;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.protocol.capacity.v1.Capacity;
import dev.sluice.protocol.service.v1.Problem;
import dev.sluice.protocol.service.v1.SubmitWorkRequest;
import dev.sluice.protocol.work.v1.Criticality;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guides; SnippetsTest compares them with it. */
class GuideTest {
    private static final Path ROOT = Path.of(System.getProperty("sluice.root"));

    @TempDir
    private Path target;

    @Test
    void aConsumerWritesItsContract() throws IOException {
        ContractSchema schema = ContractSchema.read(ROOT.resolve("schemas"));
        WorkItem item = WorkItem.builder()
                .workId("w-1")
                .tenant("shop")
                .kind("resize")
                .criticality(Criticality.CRITICALITY_CRITICAL)
                .deadlineMs(30_000)
                .attempt(1)
                .build();

        PactContract contract = PactContract.between("checkout", "worker", schema);
        contract.http("a submission that there is no room for")
                .given("the queue is full")
                .request("POST", "/v1/work")
                .requestBody(Body.of(item))
                .response(503)
                .responseHeader("Retry-After", "^[1-9][0-9]*$", "1")
                .responseBody(
                        Body.like(Problem.class)
                                .with("status", 503)
                                .with("reason", "REFUSAL_REASON_QUEUE_FULL")
                                .with("retryable", true)
                                .with("retry_after_ms", 200)
                                .with("capacity.level", "CAPACITY_LEVEL_SATURATED")
                                .exactly("status", "reason"),
                        "application/problem+json");

        ConsumerTest test = new ConsumerTest(contract);
        test.http("a submission that there is no room for", provider -> new WorkClient(provider).submit(item));
        test.write(target.resolve("pacts"));

        assertThat(new PactFolder(target.resolve("pacts")).all()).hasSize(1);
    }

    @Test
    void aConsumerReadsMessagesAndCalls() throws IOException {
        ContractSchema schema = ContractSchema.read(ROOT.resolve("schemas"));
        PactContract contract = PactContract.between("checkout", "worker", schema);
        ConsumerTest test = new ConsumerTest(contract);
        contract.message("a capacity signal of a full provider")
                .given("the queue is full")
                .contents(Body.like(Capacity.class)
                        .with("level", "CAPACITY_LEVEL_SATURATED")
                        .exactly("level"));
        test.message("a capacity signal of a full provider", message -> Capacity.fromJson(message.json()));
        contract.call("a submission that is refused", "sluice.service.v1.BackpressureService/SubmitWork")
                .given("the queue is full")
                .request(Body.like(SubmitWorkRequest.class))
                .failure(14)
                .pushback(200);
        test.<String>call("a submission that is refused", (request, response) -> String.valueOf(response.metadata()));
        PactFile file = new PactFolder(test.write(target)).all().get(0);

        try (ProviderHooks hooks = hooks(new Load())) {
            ProviderVerification verification =
                    ProviderVerification.of("worker").hooks(hooks).from(new PactFolder(target));
            List<InteractionResult> results = verification.verify();
            List<LintFinding> findings = PactLint.against(schema)
                    .withStates(hooks.stateNames())
                    .withResults(results)
                    .check(file);

            assertThat(results).hasSize(2);
            assertThat(findings).isEmpty();
        }
    }

    private static ProviderHooks hooks(Load load) {
        ProviderHooks hooks = ProviderHooks.start()
                .state("the queue is full", (parameters, setUp) -> {
                    if (setUp) load.fill();
                    else load.settle();
                })
                .message(
                        "a capacity signal of a full provider",
                        request -> new ProviderHooks.Provided(
                                load.capacityJson(), Map.of("contentType", "application/json")));
        return hooks;
    }

    /** What a provider's test has to fill it. */
    private static final class Load {
        private boolean full;

        void fill() {
            full = true;
        }

        void settle() {
            full = false;
        }

        String capacityJson() {
            return "{\"level\": \"CAPACITY_LEVEL_" + (full ? "SATURATED" : "NOMINAL") + "\"}";
        }
    }

    static final class ProviderTest {
        static PactSource broker() {
            return PactBroker.at(URI.create("https://broker.example.com"))
                    .token(System.getenv("PACT_BROKER_TOKEN"))
                    .select(ConsumerVersionSelector.mainBranch(), ConsumerVersionSelector.deployedOrReleased())
                    .pending("main")
                    .publishAs(System.getenv("GIT_COMMIT"));
        }

        @TestFactory
        Stream<DynamicContainer> keepsTheContractsOfItsConsumers() {
            return ContractTests.of(ProviderVerification.of("worker")
                    .http(URI.create("http://127.0.0.1:8080"))
                    .states(URI.create("http://127.0.0.1:8080/pact/states"))
                    .messages(URI.create("http://127.0.0.1:8080/pact/messages"))
                    .from(new PactFolder(Path.of("pacts"))));
        }
    }

    static final class WorkerContractTest extends BackpressureContract {
        @Override
        protected Optional<ProviderCommand> command() {
            return Optional.of(ProviderCommand.of("./worker").withLimits(2, 4).readyWithin(Duration.ofSeconds(20)));
        }
    }

    static final class ProducerContractTest extends ClientContract {
        @Override
        protected ClientCommand command() {
            return ClientCommand.of("./producer");
        }
    }
}
