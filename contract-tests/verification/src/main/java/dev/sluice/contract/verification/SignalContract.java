package dev.sluice.contract.verification;

import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.protocol.capacity.v1.Capacity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The contract of a consumer that is told of a provider's load, over whatever carries messages. */
final class SignalContract {
    static final String IDLE = "a capacity signal of an idle provider";
    static final String FULL = "a capacity signal of a full provider";

    private final PactContract contract;

    private SignalContract(ContractSchema schema) {
        contract = PactContract.between("sluice-dashboard", "sluice-worker", schema);
        contract.message(IDLE)
                .given(WorkerStates.IDLE)
                .contents(Body.like(Capacity.class)
                        .with("level", "CAPACITY_LEVEL_NOMINAL")
                        .with("available", 8)
                        .exactly("level"));
        contract.message(FULL)
                .given(WorkerStates.FULL)
                .contents(Body.like(Capacity.class)
                        .with("level", "CAPACITY_LEVEL_SATURATED")
                        .with("used", 8)
                        .exactly("level"));
    }

    static SignalContract define(ContractSchema schema) {
        return new SignalContract(schema);
    }

    /** Proves the consumer against its contract and returns what it read, by description. */
    Map<String, Capacity> prove(ConsumerTest test) throws IOException {
        Map<String, Capacity> read = new LinkedHashMap<>();
        for (String signal : new String[] {IDLE, FULL}) {
            read.put(signal, test.message(signal, message -> Capacity.fromJson(message.json())));
        }
        return read;
    }

    PactContract contract() {
        return contract;
    }

    /** Proves the consumer and writes its contract. */
    static Path write(ContractSchema schema, Path folder) throws IOException {
        SignalContract signal = define(schema);
        ConsumerTest test = new ConsumerTest(signal.contract);
        signal.prove(test);
        return test.write(folder);
    }
}
