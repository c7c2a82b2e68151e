package dev.sluice.contract.verification;

import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.protocol.capacity.v1.Lease;
import dev.sluice.protocol.service.v1.AcquireLeaseRequest;
import dev.sluice.protocol.service.v1.Problem;
import dev.sluice.protocol.work.v1.RefusalReason;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.nio.file.Path;

/** The contract of a consumer that asks for credits, of providers that grant leases: an optional feature. */
final class LeaseContract {
    static final String CONSUMER = "sluice-lessee";
    static final String GRANTED = "a request for credits";
    static final String UNKNOWN = "a submission under a lease that is not known";

    private static final AcquireLeaseRequest LEASE = AcquireLeaseRequest.builder()
            .clientId("pact")
            .tenant("pact")
            .credits(2)
            .build();
    private static final WorkItem ITEM =
            Items.item("pact-lease-1").leaseId("no-such-lease").build();

    private final PactContract contract;

    private LeaseContract(ContractSchema schema) {
        contract = PactContract.between(CONSUMER, "sluice-worker", schema);
        contract.http(GRANTED)
                .given(WorkerStates.LEASES)
                .request("POST", "/v1/leases")
                .requestBody(Body.of(LEASE))
                .response(200)
                .responseBody(Body.like(Lease.class).with("credits", 2).exactly("credits"));
        contract.http(UNKNOWN)
                .given(WorkerStates.LEASES)
                .request("POST", "/v1/work")
                .requestBody(Body.of(ITEM))
                .response(429)
                .responseHeader("Retry-After", "^[1-9][0-9]{0,9}$", "1")
                .responseBody(
                        Problems.of(429, RefusalReason.REFUSAL_REASON_LEASE_EXPIRED)
                                .with("retry_after_ms", 200)
                                .with("work_id", ITEM.workId())
                                .with("capacity.limit", 8)
                                .exactly("work_id"),
                        "application/problem+json");
    }

    static LeaseContract define(ContractSchema schema) {
        return new LeaseContract(schema);
    }

    PactContract contract() {
        return contract;
    }

    /** What the consumer made of the two answers. */
    record Outcomes(Lease granted, Problem refused) {}

    /** Proves the consumer against its contract. */
    Outcomes prove(ConsumerTest test) throws IOException {
        OperatorClient.Reply<Lease> granted =
                test.http(GRANTED, provider -> new OperatorClient(provider).acquire(LEASE));
        WorkClient.Outcome refused = test.http(UNKNOWN, provider -> new WorkClient(provider).submit(ITEM));
        if (granted instanceof OperatorClient.Answered<Lease> answered
                && refused instanceof WorkClient.Refused problem) {
            return new Outcomes(answered.value(), problem.problem());
        }
        throw new IOException("the consumer took a grant for a refusal, or a refusal for an acceptance");
    }

    /** Proves the consumer and writes its contract. */
    static Path write(ContractSchema schema, Path folder) throws IOException {
        LeaseContract lease = define(schema);
        ConsumerTest test = new ConsumerTest(lease.contract);
        lease.prove(test);
        return test.write(folder);
    }
}
