package dev.sluice.contract.pact.consumer;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.consumer.model.MockServerImplementation;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.PactSpecVersion;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.pact.file.PactJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the consumer's own code against its contract, interaction by interaction, and writes the Pact file when every one has been
 * proved: a contract that no consumer keeps is worse than none. HTTP goes to Pact's mock server on a free loopback port.
 */
public final class ConsumerTest {
    private final PactContract contract;
    private final Set<String> proved = new LinkedHashSet<>();

    /** Tests the consumer of this contract, whose interactions are all defined. */
    public ConsumerTest(PactContract contract) {
        this.contract = contract;
    }

    /** The consumer's code, given where its provider listens. */
    @FunctionalInterface
    public interface HttpCode<R> {
        R run(URI provider) throws Exception;
    }

    /** The consumer's code, given a message. */
    @FunctionalInterface
    public interface MessageCode<R> {
        R handle(ExampleMessage message) throws Exception;
    }

    /** The consumer's code, given the request that the contract says it makes and the answer to it. */
    @FunctionalInterface
    public interface CallCode<R> {
        R run(ExampleMessage request, ExampleMessage response) throws Exception;
    }

    /**
     * A message of the contract, as its example says.
     *
     * @param json the contents in proto3 JSON; empty where there are none
     */
    public record ExampleMessage(String json, Map<String, String> metadata) {
        public ExampleMessage {
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * Runs code that makes one interaction's request.
     *
     * @return what the code returned
     * @throws AssertionError if it made another request, none, or one beside it
     * @throws IOException if it failed
     */
    public <R> R http(String description, HttpCode<R> code) throws IOException {
        if (!(contract.interaction(description) instanceof HttpInteraction)) {
            throw new IllegalArgumentException("\"" + description + "\" is no request over HTTP");
        }
        BasePact pact = (BasePact) PactJvm.load(JsonWriter.write(contract.json(List.of(description))));
        BaseMockServer mock = MockHttpServerKt.mockServer(
                pact,
                MockProviderConfig.httpConfig(
                        "127.0.0.1", 0, PactSpecVersion.V4, MockServerImplementation.JavaHttpServer));
        mock.start();
        R outcome;
        try {
            mock.waitForServer();
            outcome = run(description, () -> code.run(URI.create(mock.getUrl())));
        } catch (IOException failed) {
            PactVerificationResult seen = mock.validateMockServerState(null);
            throw seen instanceof PactVerificationResult.Ok
                    ? failed
                    : new IOException(failed.getMessage() + "\n" + seen.getDescription(), failed);
        } finally {
            mock.stop();
        }
        PactVerificationResult result = mock.validateMockServerState(outcome);
        if (!(result instanceof PactVerificationResult.Ok)) {
            throw new AssertionError("the consumer does not keep \"" + description + "\":\n" + result.getDescription());
        }
        proved.add(description);
        return outcome;
    }

    /**
     * Runs code that handles a message.
     *
     * @return what the code returned
     * @throws IOException if it failed
     */
    public <R> R message(String description, MessageCode<R> code) throws IOException {
        if (!(contract.interaction(description) instanceof MessageInteraction message)) {
            throw new IllegalArgumentException("\"" + description + "\" is no message");
        }
        R outcome = run(description, () -> code.handle(example(message.parts(), "contents")));
        proved.add(description);
        return outcome;
    }

    /**
     * Runs code that makes a call.
     *
     * @return what the code returned
     * @throws IOException if it failed
     */
    public <R> R call(String description, CallCode<R> code) throws IOException {
        if (!(contract.interaction(description) instanceof CallInteraction call)) {
            throw new IllegalArgumentException("\"" + description + "\" is no call");
        }
        Json.Obj parts = call.parts();
        Json.Obj request = parts.object("request").orElse(Json.object());
        Json response =
                ((Json.Arr) parts.get("response").orElseThrow()).values().get(0);
        R outcome = run(
                description, () -> code.run(example(request, "contents"), example((Json.Obj) response, "contents")));
        proved.add(description);
        return outcome;
    }

    /**
     * Writes the Pact file, in place of one that is there.
     *
     * @return the file
     * @throws IllegalStateException if an interaction has not been proved
     * @throws IOException if the file cannot be written
     */
    public Path write(Path folder) throws IOException {
        Set<String> unproved = new LinkedHashSet<>(contract.descriptions());
        unproved.removeAll(proved);
        if (!unproved.isEmpty()) {
            throw new IllegalStateException("no code of the consumer was run for: " + String.join(", ", unproved));
        }
        return contract.write(folder);
    }

    private interface Code<R> {
        R run() throws Exception;
    }

    private static <R> R run(String description, Code<R> code) throws IOException {
        try {
            return code.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in \"" + description + "\"", interrupted);
        } catch (Exception failed) {
            throw new IOException("the consumer failed in \"" + description + "\": " + failed.getMessage(), failed);
        }
    }

    private static ExampleMessage example(Json.Obj part, String contents) {
        String json = part.object(contents)
                .flatMap(body -> body.get("content"))
                .map(JsonWriter::write)
                .orElse("");
        Map<String, String> metadata = new LinkedHashMap<>();
        part.object("metadata")
                .orElse(Json.object())
                .members()
                .forEach((name, value) -> metadata.put(name, ((Json.Str) value).value()));
        return new ExampleMessage(json, metadata);
    }
}
