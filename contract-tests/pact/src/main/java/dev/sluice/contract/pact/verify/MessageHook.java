package dev.sluice.contract.pact.verify;

import au.com.dius.pact.provider.MessageAndMetadata;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.pact.file.PactInteraction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a provider for its messages, by Pact's message proxy protocol: POST {@code {description, providerStates}}, of a call with
 * {@code request} as the Pact file has it; answered with the contents and, in {@code Pact-Message-Metadata}, the metadata as
 * base64 of a JSON object.
 */
final class MessageHook {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI uri;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    MessageHook(URI uri) {
        this.uri = uri;
    }

    /** The message, for pact-jvm to compare; the exception's text becomes the failure. */
    MessageAndMetadata ask(PactInteraction interaction) {
        Json.Obj question = Json.object().with("description", Json.of(interaction.description()));
        question = question.with(
                "providerStates", interaction.json().get("providerStates").orElse(new Json.Arr(List.of())));
        if (interaction.json().get("request").isPresent()) {
            question =
                    question.with("request", interaction.json().get("request").get());
        }
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.write(question)))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the message hook answered " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return new MessageAndMetadata(response.body(), metadata(response));
        } catch (IOException failed) {
            throw new IllegalStateException("the message hook at " + uri + " cannot be asked: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static Map<String, Object> metadata(HttpResponse<byte[]> response) {
        Map<String, Object> metadata = new HashMap<>();
        response.headers().firstValue("Content-Type").ifPresent(type -> metadata.put("contentType", type));
        String encoded = response.headers().firstValue("Pact-Message-Metadata").orElse("");
        if (encoded.isEmpty()) {
            return metadata;
        }
        try {
            if (JsonReader.read(Base64.getDecoder().decode(encoded)) instanceof Json.Obj object) {
                object.members()
                        .forEach((name, value) -> metadata.put(
                                name, value instanceof Json.Str text ? text.value() : JsonWriter.write(value)));
            }
        } catch (JsonSyntaxException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "Pact-Message-Metadata is no base64 of a JSON object: " + unreadable.getMessage());
        }
        return metadata;
    }
}
