package dev.sluice.contract.verification;

import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.protocol.capacity.v1.Capacity;
import dev.sluice.protocol.policy.v1.BackpressurePolicy;
import dev.sluice.protocol.work.v1.RefusalReason;
import dev.sluice.protocol.work.v1.WorkStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract of a consumer that watches and steers a provider: capacity, the state of items, the policy. */
final class OperatorContract {
    private static final String PROBLEM = "application/problem+json";
    private static final String UNKNOWN = "pact-never-seen";

    private final PactContract contract;
    private final Map<String, ConsumerTest.HttpCode<OperatorClient.Reply<?>>> calls = new LinkedHashMap<>();

    private OperatorContract(ContractSchema schema) {
        contract = PactContract.between("sluice-operator", "sluice-worker", schema);
    }

    /** The contract, defined. */
    static OperatorContract define(ContractSchema schema) {
        OperatorContract operator = new OperatorContract(schema);
        operator.capacity();
        operator.items();
        operator.policy();
        return operator;
    }

    /** Proves the consumer against its contract and returns what it made of each answer, by description. */
    Map<String, OperatorClient.Reply<?>> prove(ConsumerTest test) throws IOException {
        Map<String, OperatorClient.Reply<?>> replies = new LinkedHashMap<>();
        for (Map.Entry<String, ConsumerTest.HttpCode<OperatorClient.Reply<?>>> call : calls.entrySet()) {
            replies.put(call.getKey(), test.http(call.getKey(), call.getValue()));
        }
        return replies;
    }

    PactContract contract() {
        return contract;
    }

    /** Proves the consumer and writes its contract. */
    static Path write(ContractSchema schema, Path folder) throws IOException {
        OperatorContract operator = define(schema);
        ConsumerTest test = new ConsumerTest(operator.contract);
        operator.prove(test);
        return test.write(folder);
    }

    private void capacity() {
        contract.http("a look at an idle provider")
                .given(WorkerStates.IDLE)
                .request("GET", "/v1/capacity")
                .response(200)
                .responseHeader("Cache-Control", "^max-age=[0-9]{1,5}$", "max-age=1")
                .responseBody(Body.like(Capacity.class)
                        .with("level", "CAPACITY_LEVEL_NOMINAL")
                        .with("available", 8)
                        .exactly("level"));
        calls.put("a look at an idle provider", provider -> new OperatorClient(provider).capacity());
        contract.http("a look at a full provider")
                .given(WorkerStates.FULL)
                .request("GET", "/v1/capacity")
                .response(200)
                .responseBody(Body.like(Capacity.class)
                        .with("level", "CAPACITY_LEVEL_SATURATED")
                        .with("used", 8)
                        .with("queued", 5)
                        .with("running", 3)
                        .exactly("level"));
        calls.put("a look at a full provider", provider -> new OperatorClient(provider).capacity());
    }

    private void items() {
        String known = "pact-known-1";
        contract.http("a question about an item that is known")
                .given(WorkerStates.ACCEPTED, Map.of("workId", known))
                .request("GET", "/v1/work/" + known)
                .response(200)
                .responseBody(Body.like(WorkStatus.class).with("work_id", known).exactly("work_id"));
        calls.put("a question about an item that is known", provider -> new OperatorClient(provider).status(known));
        contract.http("a question about an item that is not known")
                .given(WorkerStates.IDLE)
                .request("GET", "/v1/work/" + UNKNOWN)
                .response(404)
                .responseBody(Problems.of(404, RefusalReason.REFUSAL_REASON_UNKNOWN_WORK), PROBLEM);
        calls.put(
                "a question about an item that is not known", provider -> new OperatorClient(provider).status(UNKNOWN));
        String held = "pact-held-1";
        contract.http("the cancellation of an item that waits")
                .given(WorkerStates.QUEUED, Map.of("workId", held))
                .request("DELETE", "/v1/work/" + held)
                .response(200)
                .responseBody(Body.like(WorkStatus.class)
                        .with("work_id", held)
                        .with("state", "WORK_STATE_CANCELLED")
                        .exactly("work_id", "state"));
        calls.put("the cancellation of an item that waits", provider -> new OperatorClient(provider).cancel(held));
        contract.http("the cancellation of an item that is not known")
                .given(WorkerStates.IDLE)
                .request("DELETE", "/v1/work/" + UNKNOWN)
                .response(404)
                .responseBody(Problems.of(404, RefusalReason.REFUSAL_REASON_UNKNOWN_WORK), PROBLEM);
        calls.put(
                "the cancellation of an item that is not known",
                provider -> new OperatorClient(provider).cancel(UNKNOWN));
    }

    private void policy() {
        BackpressurePolicy policy = Policies.small();
        contract.http("a look at the policy")
                .given(WorkerStates.IDLE)
                .request("GET", "/v1/policy")
                .response(200)
                .responseHeader("ETag", "^\"[1-9][0-9]{0,19}\"$", "\"1\"")
                .responseBody(Body.like(BackpressurePolicy.class));
        calls.put("a look at the policy", provider -> new OperatorClient(provider).policy());
        contract.http("a new policy")
                .given(WorkerStates.POLICY)
                .request("PUT", "/v1/policy")
                .requestBody(Body.of(policy))
                .response(200)
                .responseHeader("ETag", "^\"[1-9][0-9]{0,19}\"$", "\"2\"")
                .responseBody(Body.like(policy)
                        .only("concurrency_limit", "queue_limit", "level_high_percent", "retry")
                        .exactly("concurrency_limit", "queue_limit", "retry.max_attempts"));
        calls.put("a new policy", provider -> new OperatorClient(provider).update(policy));
        contract.http("a new policy in place of one that is not in force")
                .given(WorkerStates.POLICY)
                .request("PUT", "/v1/policy")
                .requestHeader("If-Match", "\"999999\"")
                .requestBody(Body.of(policy))
                .response(412)
                .responseBody(Problems.of(412, RefusalReason.REFUSAL_REASON_POLICY_CONFLICT), PROBLEM);
        calls.put(
                "a new policy in place of one that is not in force",
                provider -> new OperatorClient(provider).update(policy, 999_999));
        BackpressurePolicy inverted =
                policy.toBuilder().levelLowPercent(90).levelHighPercent(10).build();
        contract.http("a policy whose marks are the wrong way round")
                .given(WorkerStates.POLICY)
                .request("PUT", "/v1/policy")
                .invalidRequestBody(Body.of(inverted))
                .response(422)
                .responseBody(
                        Problems.of(422, RefusalReason.REFUSAL_REASON_INVALID_POLICY)
                                .with(
                                        "violations",
                                        List.of(Map.of(
                                                "field", "", "rule", "backpressure_policy.level", "message", "marks")))
                                .only("type", "status", "reason", "violations.rule"),
                        PROBLEM);
        calls.put(
                "a policy whose marks are the wrong way round",
                provider -> new OperatorClient(provider).update(inverted));
    }
}
