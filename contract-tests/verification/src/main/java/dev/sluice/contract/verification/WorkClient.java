package dev.sluice.contract.verification;

import dev.sluice.protocol.service.v1.Problem;
import dev.sluice.protocol.work.v1.Admission;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A client that submits work over HTTP and tells acceptance from refusal. It sends each item once: when to try again
 * is for its caller to decide (PROTOCOL.md, Retries).
 */
public final class WorkClient {
    /** Long enough for a loaded machine; an answer is expected at once (rule 1.3). */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI submissions;
    private final HttpClient http;

    /** A client of the provider at this base URL. */
    public WorkClient(URI provider) {
        this.submissions = provider.resolve("/v1/work");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build();
    }

    /** What became of a submission. */
    public sealed interface Outcome {}

    /** The item was admitted, now or before. */
    public record Accepted(Admission admission) implements Outcome {}

    /**
     * The item was refused, and nothing was done.
     *
     * @param retryAfterSeconds the Retry-After header in seconds, if there is one (RFC 9110, 10.2.3)
     */
    public record Refused(Problem problem, OptionalLong retryAfterSeconds) implements Outcome {}

    /**
     * Submits an item.
     *
     * @throws IOException if there is no answer within ten seconds, or one that is no part of the contract
     */
    public Outcome submit(WorkItem item) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(submissions)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(item.toJson(), StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        int status = response.statusCode();
        if (status == 200 || status == 202) {
            return new Accepted(Admission.fromJson(response.body()));
        }
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        if (status < 400 || !mediaType.startsWith("application/problem+json")) {
            throw new IOException("status " + status + " with " + mediaType + " is no answer to a submission");
        }
        return new Refused(Problem.fromJson(response.body()), response.headers().firstValueAsLong("Retry-After"));
    }
}
