package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.ContractSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one consumer needs of one provider. Interactions are derived from the schema, so that they cannot drift from it:
 *
 * <pre>{@code
 * PactContract contract = PactContract.between("checkout", "orders", ContractSchema.read(Path.of("src/main/proto")));
 * contract.http("a submission that there is room for")
 *         .given("the provider is idle")
 *         .request("POST", "/v1/work")
 *         .requestBody(Body.of(item))
 *         .response(202)
 *         .responseBody(Body.like(Admission.class).with("work_id", "w-1").exactly("work_id"));
 * ConsumerTest test = new ConsumerTest(contract);
 * test.http("a submission that there is room for", provider -> new WorkClient(provider).submit(item));
 * test.write(Path.of("target/pacts"));
 * }</pre>
 *
 * Not safe for several threads.
 */
public final class PactContract {
    private final String consumer;
    private final String provider;
    private final ContractSchema schema;
    private final Map<String, Interaction> interactions = new LinkedHashMap<>();

    private PactContract(String consumer, String provider, ContractSchema schema) {
        this.consumer = consumer;
        this.provider = provider;
        this.schema = schema;
    }

    /** A contract without interactions. */
    public static PactContract between(String consumer, String provider, ContractSchema schema) {
        if (consumer.isBlank() || provider.isBlank()) {
            throw new IllegalArgumentException("a contract names its consumer and its provider");
        }
        return new PactContract(consumer, provider, schema);
    }

    /**
     * Adds a request over HTTP.
     *
     * @param description what happens, in words; once in a contract
     */
    public HttpInteraction http(String description) {
        return add(new HttpInteraction(description, schema));
    }

    /**
     * Adds a message that the provider sends.
     *
     * @param description what it says, in words; once in a contract
     */
    public MessageInteraction message(String description) {
        return add(new MessageInteraction(description, schema));
    }

    /**
     * Adds a unary gRPC call.
     *
     * @param description what happens, in words; once in a contract
     * @param method the gRPC path without the leading slash, such as {@code shop.v1.Orders/Place}
     */
    public CallInteraction call(String description, String method) {
        return add(new CallInteraction(description, schema.method(method), method, schema));
    }

    private <T extends Interaction> T add(T interaction) {
        if (interactions.putIfAbsent(interaction.description(), interaction) != null) {
            throw new IllegalArgumentException("two interactions are called \"" + interaction.description() + "\"");
        }
        return interaction;
    }

    /** The name of the file that is written. */
    public String fileName() {
        return (consumer + "-" + provider).replaceAll("[^A-Za-z0-9._-]", "_") + ".json";
    }

    Set<String> descriptions() {
        return interactions.keySet();
    }

    /** The interaction of this description. */
    Interaction interaction(String description) {
        Interaction interaction = interactions.get(description);
        if (interaction == null) {
            throw new IllegalArgumentException("no interaction is called \"" + description + "\"");
        }
        return interaction;
    }

    /** Writes the Pact file as a whole; what this contract no longer says is not left in it. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(fileName());
        Path part = Files.createTempFile(folder, fileName(), ".part");
        try {
            Files.write(part, text().getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    /** The Pact file's text (specification V4). The same contract always gives the same text. */
    public String text() {
        return IndentedJson.write(json(interactions.keySet()));
    }

    /** A Pact file with some of the interactions. */
    Json json(Collection<String> descriptions) {
        return Json.object()
                .with("consumer", Json.object().with("name", Json.of(consumer)))
                .with("provider", Json.object().with("name", Json.of(provider)))
                .with(
                        "interactions",
                        new Json.Arr(descriptions.stream()
                                .map(description -> interaction(description).toJson())
                                .toList()))
                .with(
                        "metadata",
                        Json.object().with("pactSpecification", Json.object().with("version", Json.of("4.0"))));
    }
}
