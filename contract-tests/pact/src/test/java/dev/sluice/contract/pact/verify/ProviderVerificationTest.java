package dev.sluice.contract.pact.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderVerificationTest {
    private static final ContractSchema SHOP = ContractSchema.read(Path.of("src/test/resources/shop"));

    @TempDir
    private Path folder;

    /** A contract of one message, in which every field of the example is expected. */
    private void orderContract() throws IOException {
        PactContract contract = PactContract.between("reader", "shop", SHOP);
        contract.message("an order")
                .contents(Body.like("shop.v1.Order")
                        .with("percent", 7)
                        .with("net", 1)
                        .with("labels", Map.of("a", 1))
                        .with("lines", List.of(Map.of("sku", "AAA-1111", "count", 3)))
                        .with("nickname", "n")
                        .with("gift", true)
                        .with("stars", 1));
        ConsumerTest test = new ConsumerTest(contract);
        test.message("an order", message -> message.json().length());
        test.write(folder);
    }

    private String verdict(String order) {
        try (ProviderHooks hooks = ProviderHooks.start()) {
            hooks.message(
                    "an order",
                    request -> new ProviderHooks.Provided(order, Map.of("contentType", "application/json")));
            List<InteractionResult> results = ProviderVerification.of("shop")
                    .hooks(hooks)
                    .from(new PactFolder(folder))
                    .verify();
            assertThat(results).hasSize(1);
            return results.get(0).failure();
        }
    }

    private static String order() throws IOException {
        return Files.readString(Path.of("src/test/resources/shop/order.json"));
    }

    static Stream<Arguments> orders() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/shop/orders.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theContractIsKeptByTheOrdersThatTheSchemaPermits(String verdict, String part, String instead, String field)
            throws IOException {
        orderContract();

        String order = order();
        assertThat(order).contains(part);
        String failure = verdict(order.replace(part, instead));
        if (verdict.equals("keeps")) {
            assertThat(failure).isEmpty();
        } else {
            assertThat(failure).as("%s instead of %s", instead, part).contains(field);
        }
    }

    @Test
    void aCallOverGrpcIsKeptByItsAnswerAndItsTrailers() throws IOException {
        PactContract contract = PactContract.between("caller", "shop", SHOP);
        contract.call("an order that is taken", "shop.v1.Orders/Place")
                .request(Body.like("shop.v1.PlaceRequest").with("order.percent", 7))
                .response(Body.like("shop.v1.PlaceResponse"));
        contract.call("an order that is refused", "shop.v1.Orders/Place")
                .given("the shop is full")
                .request(Body.like("shop.v1.PlaceRequest"))
                .failure(14)
                .pushback(200);
        ConsumerTest test = new ConsumerTest(contract);
        assertThat(test.<String>call(
                        "an order that is taken",
                        (request, response) ->
                                String.valueOf(response.metadata().get("grpc-status"))))
                .isEqualTo("0");
        assertThat(test.<String>call(
                        "an order that is refused",
                        (request, response) ->
                                String.valueOf(response.metadata().get("grpc-retry-pushback-ms"))))
                .isEqualTo("200");
        test.write(folder);
        AtomicInteger states = new AtomicInteger();

        try (ProviderHooks hooks = ProviderHooks.start()) {
            hooks.state("the shop is full", (parameters, setUp) -> states.addAndGet(setUp ? 1 : 100));
            hooks.message("an order that is taken", request -> {
                assertThat(request.object("contents").flatMap(body -> body.object("content")))
                        .isPresent();
                return new ProviderHooks.Provided(
                        "{\"id\": \"123e4567-e89b-42d3-a456-426614174000\"}",
                        Map.of("grpc-status", "0", "contentType", "application/json"));
            });
            hooks.message(
                    "an order that is refused",
                    request -> new ProviderHooks.Provided(
                            "",
                            Map.of(
                                    "grpc-status",
                                    states.get() == 1 ? "14" : "0",
                                    "grpc-retry-pushback-ms",
                                    "150",
                                    "contentType",
                                    "application/json")));
            ProviderVerification verification =
                    ProviderVerification.of("shop").hooks(hooks).from(new PactFolder(folder));

            assertThat(verification.verify())
                    .extracting(InteractionResult::failure)
                    .containsExactly("", "");
            assertThat(states).hasValue(101);

            hooks.message(
                    "an order that is taken",
                    request -> new ProviderHooks.Provided(
                            "{\"id\": \"none\"}", Map.of("grpc-status", "0", "contentType", "application/json")));
            hooks.message(
                    "an order that is refused",
                    request -> new ProviderHooks.Provided(
                            "", Map.of("grpc-status", "8", "contentType", "application/json")));
            List<InteractionResult> broken = verification.verify();
            assertThat(broken.get(0).failure()).contains("id");
            assertThat(broken.get(1).failure()).contains("grpc-status");
        }
    }

    @Test
    void aProviderThatAlwaysRefusesFailsAndIsAskedOnce() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            httpContract();
            List<InteractionResult> results = ProviderVerification.of("shop")
                    .http(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                    .from(new PactFolder(folder))
                    .verify();

            assertThat(results)
                    .singleElement()
                    .satisfies(result -> assertThat(result.failure()).contains("503"));
            assertThat(requests).as("requests sent").hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private void httpContract() throws IOException {
        PactContract contract = PactContract.between("asker", "shop", SHOP);
        contract.http("a question")
                .request("GET", "/orders/1")
                .query("with", "lines")
                .response(200)
                .responseBody(Body.like("shop.v1.Order"));
        ConsumerTest test = new ConsumerTest(contract);
        test.http("a question", provider -> {
            try (var in = provider.resolve("/orders/1?with=lines").toURL().openStream()) {
                return in.readAllBytes().length;
            }
        });
        test.write(folder);
    }

    @Test
    void aProviderThatIsNotThereIsAFailureRatherThanAStackTrace() throws IOException {
        httpContract();

        List<InteractionResult> results = ProviderVerification.of("shop")
                .http(URI.create("http://127.0.0.1:1"))
                .from(new PactFolder(folder))
                .verify();

        assertThat(results.get(0).failure()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void whatIsMissingForAVerificationIsSaid() throws IOException {
        httpContract();
        ProviderVerification nothing = ProviderVerification.of("shop").from(new PactFolder(folder));

        assertThat(nothing.verify())
                .extracting(InteractionResult::failure)
                .singleElement()
                .asString()
                .contains("http(…)");
        assertThatThrownBy(() -> ProviderVerification.of("nobody")
                        .from(new PactFolder(folder))
                        .verify())
                .isInstanceOf(PactSourceException.class)
                .hasMessageContaining("no Pact file for the provider \"nobody\"")
                .hasMessageContaining("there are some for shop");
    }

    @Test
    void aStateWithoutHookAndAHookThatFailsAreTheFailure() throws IOException {
        PactContract contract = PactContract.between("reader", "shop", SHOP);
        contract.message("an order").given("closed").contents(Body.like("shop.v1.Order"));
        ConsumerTest test = new ConsumerTest(contract);
        test.message("an order", message -> true);
        test.write(folder);
        try (ProviderHooks hooks = ProviderHooks.start()) {
            hooks.message("an order", request -> new ProviderHooks.Provided(order(), Map.of()));
            ProviderVerification verification =
                    ProviderVerification.of("shop").hooks(hooks).from(new PactFolder(folder));

            assertThat(verification.verify().get(0).holds()).isFalse();

            hooks.state("closed", (parameters, setUp) -> {
                throw new IllegalStateException("the shop cannot close");
            });
            assertThat(verification.verify().get(0).holds()).isFalse();
        }
    }

    @Test
    void thereIsOneJUnitTestForEachInteraction() throws IOException {
        orderContract();
        try (ProviderHooks hooks = ProviderHooks.start()) {
            hooks.message("an order", request -> new ProviderHooks.Provided("{}", Map.of()));
            Stream<DynamicContainer> containers = ContractTests.of(
                    ProviderVerification.of("shop").hooks(hooks).from(new PactFolder(folder)));

            List<DynamicTest> tests = containers
                    .flatMap(container -> container.getChildren())
                    .map(DynamicTest.class::cast)
                    .toList();

            assertThat(tests).extracting(DynamicTest::getDisplayName).containsExactly("an order");
            assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the provider does not keep \"an order\"");
        }
    }

    @Test
    void filesThatCannotBeReadAreAllNamed() throws IOException {
        Files.write(folder.resolve("a.json"), "{".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("b.json"), "[]".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new PactFolder(folder).load("shop"))
                .hasMessageContaining("a.json:1:2: error: not JSON")
                .hasMessageContaining("b.json:1:1: error: not a Pact file");
    }
}
