package dev.sluice.contract.verification;

import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.protocol.service.v1.Problem;
import dev.sluice.protocol.work.v1.RefusalReason;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.util.List;

/**
 * What our consumers must cope with from a provider with a durable store: it decides in more than one step (409), and remembers that it has forgotten
 * (410). The reference workers are volatile and never say either, so only the consumers are proven against it.
 */
final class DurableContract {
    private static final String UNDECIDED = "a submission of an item that is still being decided";
    private static final String RETIRED = "a question about an item whose retention has passed";
    private static final String PROBLEM = "application/problem+json";
    private static final WorkItem ITEM = Items.item("pact-undecided-1").build();
    private static final String OLD = "pact-retired-1";

    private final PactContract contract;

    private DurableContract(ContractSchema schema) {
        contract = PactContract.between("sluice-producer", "sluice-durable-worker", schema);
        contract.http(UNDECIDED)
                .given("the item is being decided")
                .request("POST", "/v1/work")
                .requestBody(Body.of(ITEM))
                .response(409)
                .responseBody(Problems.of(409, RefusalReason.REFUSAL_REASON_ADMISSION_IN_PROGRESS), PROBLEM);
        contract.http(RETIRED)
                .given("the retention of the item has passed")
                .request("GET", "/v1/work/" + OLD)
                .response(410)
                .responseBody(Problems.of(410, RefusalReason.REFUSAL_REASON_WORK_RETIRED), PROBLEM);
    }

    static DurableContract define(ContractSchema schema) {
        return new DurableContract(schema);
    }

    PactContract contract() {
        return contract;
    }

    /** Proves the consumers against the contract and returns the problems that they read, in the order of the interactions. */
    List<Problem> prove(ConsumerTest test) throws IOException {
        WorkClient.Outcome undecided = test.http(UNDECIDED, provider -> new WorkClient(provider).submit(ITEM));
        OperatorClient.Reply<?> retired = test.http(RETIRED, provider -> new OperatorClient(provider).status(OLD));
        if (undecided instanceof WorkClient.Refused first && retired instanceof OperatorClient.Refused<?> second) {
            return List.of(first.problem(), second.problem());
        }
        throw new IOException("a consumer took a refusal for an answer");
    }
}
