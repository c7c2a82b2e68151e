package com.example.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.v1.Order;

/** What checkout needs of orders, proven against its own client and written down for the provider. */
class OrderContractTest {
    private static final ContractSchema SCHEMAS = ContractSchema.read(Path.of("target/schemas.binpb"));

    @Test
    void checkoutReadsOrders() throws Exception {
        PactContract contract = PactContract.between("checkout", "orders", SCHEMAS);
        contract.http("an order that is there")
                .given("the order o-1 exists")
                .request("GET", "/orders/o-1")
                .response(200)
                .responseBody(Body.like("shop.v1.Order")
                        .with("id", "o-1")
                        .with("quantity", 3)
                        .exactly("id"));
        contract.http("an order that is not there")
                .given("there are no orders")
                .request("GET", "/orders/o-2")
                .response(404);

        ConsumerTest test = new ConsumerTest(contract);
        Optional<Order> there = test.http("an order that is there", orders -> new OrderClient(orders).order("o-1"));
        Optional<Order> gone = test.http("an order that is not there", orders -> new OrderClient(orders).order("o-2"));

        assertEquals(3, there.orElseThrow().quantity());
        assertEquals(Optional.empty(), gone);
        test.write(Path.of("target/pacts"));
    }
}
