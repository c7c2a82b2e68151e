package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.pact.consumer.Body;
import dev.sluice.contract.pact.consumer.ConsumerTest;
import dev.sluice.contract.pact.consumer.PactContract;
import dev.sluice.contract.pact.schema.ContractSchema;
import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.pact.verify.PactFolder;
import dev.sluice.contract.pact.verify.ProviderHooks;
import dev.sluice.contract.pact.verify.ProviderVerification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two implementations of Pact, the JVM's and the Rust core, on the same contracts and the same providers: the same verdicts. */
@Timeout(240)
class RustCoreTest {
    private static final Path ROOT = Path.of(System.getProperty("sluice.root"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireTheRustCore() {
        if (!RustCore.isInstalled()) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true Pact's Rust core must be there")
                    .isNotEqualTo("true");
            assumeTrue(false, "skipped: Pact's Rust core is installed with CI=true only");
        }
    }

    static Stream<Peer> peers() {
        return Peer.all(ROOT).stream().filter(Peer::isBuilt);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void bothReachTheSameVerdictsOnOurContracts(Peer peer) throws IOException, JsonSyntaxException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path contract : Contracts.write(Contracts.schema(ROOT), folder.resolve("all"))) {
            files.putAll(split(contract));
        }
        Map<String, Boolean> ours =
                verdicts(
                        peer,
                        files,
                        (worker, hooks, file) -> ProviderVerification.of("sluice-worker")
                                .http(worker.base())
                                .hooks(hooks)
                                .from(new PactFolder(file))
                                .verify()
                                .stream()
                                .allMatch(InteractionResult::holds));
        Map<String, Boolean> theirs;
        try (RustCore core = RustCore.start()) {
            theirs = verdicts(
                    peer,
                    files,
                    (worker, hooks, file) ->
                            core.keeps("sluice-worker", worker.base(), hooks.states(), hooks.messages(), file));
        }

        assertThat(theirs).isEqualTo(ours).hasSizeGreaterThan(40);
        ours.forEach((name, kept) -> assertThat(kept).as(name).isEqualTo(!name.endsWith("must fail")));
    }

    private interface Verifier {
        boolean keeps(Worker worker, ProviderHooks hooks, Path file);
    }

    /** The verdicts on a worker of its own: it knows the items that another verification submitted. */
    private static Map<String, Boolean> verdicts(Peer peer, Map<String, Path> files, Verifier verifier) {
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        try (Worker worker = Worker.start(peer.command());
                WorkerLoad load = new WorkerLoad(worker.base());
                WorkerStates states = new WorkerStates(worker, load)) {
            boolean leases = states.grantsLeases();
            files.forEach((name, file) -> {
                if (leases || !name.startsWith(LeaseContract.CONSUMER)) {
                    verdicts.put(name, verifier.keeps(worker, states.hooks(), file));
                }
            });
        }
        return verdicts;
    }

    /** Each interaction in a file of its own, as it is and with something in it that no provider answers. */
    private Map<String, Path> split(Path contract) throws IOException, JsonSyntaxException {
        Json.Obj all = (Json.Obj) JsonReader.read(Files.readAllBytes(contract));
        String consumer = all.object("consumer").orElseThrow().text("name").orElseThrow();
        Map<String, Path> files = new LinkedHashMap<>();
        Json.Arr interactions = (Json.Arr) Objects.requireNonNull(all.members().get("interactions"));
        for (Json element : interactions.values()) {
            Json.Obj interaction = (Json.Obj) element;
            String name = consumer + ": " + interaction.text("description").orElseThrow();
            files.put(name, write(all, interaction));
            files.put(name + ", must fail", write(all, broken(interaction)));
        }
        return files;
    }

    private Path write(Json.Obj all, Json.Obj interaction) throws IOException {
        Path file = Files.createTempFile(folder, "interaction", ".json");
        Files.writeString(file, JsonWriter.write(all.with("interactions", new Json.Arr(List.of(interaction)))));
        return file;
    }

    private static Json.Obj broken(Json.Obj interaction) {
        if (interaction.object("contents").isPresent()) {
            return interaction.with(
                    "contents", withMember(interaction.object("contents").orElseThrow()));
        }
        Json.Obj response = interaction.object("response").orElseThrow();
        return interaction.with(
                "response",
                response.with("body", withMember(response.object("body").orElseThrow())));
    }

    private static Json withMember(Json.Obj body) {
        return body.with("content", body.object("content").orElseThrow().with("neverThere", Json.of(1)));
    }

    @Test
    void bothReadDerivedRulesAlike() throws IOException {
        Path shop = ROOT.resolve("contract-tests/pact/src/test/resources/shop");
        PactContract contract = PactContract.between("reader", "shop", ContractSchema.read(shop));
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
        test.message("an order", message -> true);
        Path file = test.write(folder);
        String order = Files.readString(shop.resolve("order.json"));
        List<String> theirs = new ArrayList<>();
        List<String> expected = new ArrayList<>();

        try (RustCore core = RustCore.start();
                ProviderHooks hooks = ProviderHooks.start()) {
            AtomicReference<String> sent = new AtomicReference<>(order);
            hooks.message(
                    "an order",
                    request -> new ProviderHooks.Provided(
                            String.valueOf(sent.get()), Map.of("contentType", "application/json")));
            for (String line : Files.readAllLines(shop.resolve("orders.tsv"))) {
                if (!line.startsWith("#")) {
                    String[] row = line.split("\t", -1);
                    sent.set(order.replace(row[1], row[2]));
                    boolean kept = core.keeps(
                            "shop", URI.create("http://127.0.0.1:1"), hooks.states(), hooks.messages(), file);
                    theirs.add((kept ? "keeps" : "breaks") + ": " + row[1] + " -> " + row[2]);
                    expected.add(row[0] + ": " + row[1] + " -> " + row[2]);
                }
            }
        }

        assertThat(theirs).isEqualTo(expected).hasSizeGreaterThan(30);
    }
}
