package dev.sluice.contract.verification;

import dev.sluice.protocol.capacity.v1.Capacity;
import dev.sluice.protocol.capacity.v1.Lease;
import dev.sluice.protocol.policy.v1.BackpressurePolicy;
import dev.sluice.protocol.service.v1.AcquireLeaseRequest;
import dev.sluice.protocol.service.v1.Problem;
import dev.sluice.protocol.work.v1.WorkStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

/** A client of all that a provider serves beside submissions: capacity, leases, the state of items, the policy. */
final class OperatorClient {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI provider;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    OperatorClient(URI provider) {
        this.provider = provider;
    }

    /** What came of a call. */
    sealed interface Reply<T> {}

    /** The call was answered with what it asked for. */
    record Answered<T>(T value) implements Reply<T> {}

    /** The call was refused. */
    record Refused<T>(Problem problem) implements Reply<T> {}

    Reply<Capacity> capacity() throws IOException, InterruptedException {
        return send(request("/v1/capacity").GET(), Capacity::fromJson);
    }

    Reply<Lease> acquire(AcquireLeaseRequest lease) throws IOException, InterruptedException {
        return send(request("/v1/leases").POST(body(lease.toJson())), Lease::fromJson);
    }

    Reply<WorkStatus> status(String workId) throws IOException, InterruptedException {
        return send(request("/v1/work/" + workId).GET(), WorkStatus::fromJson);
    }

    Reply<WorkStatus> cancel(String workId) throws IOException, InterruptedException {
        return send(request("/v1/work/" + workId).DELETE(), WorkStatus::fromJson);
    }

    Reply<BackpressurePolicy> policy() throws IOException, InterruptedException {
        return send(request("/v1/policy").GET(), BackpressurePolicy::fromJson);
    }

    /** Replaces whatever policy is in force. */
    Reply<BackpressurePolicy> update(BackpressurePolicy policy) throws IOException, InterruptedException {
        return send(request("/v1/policy").PUT(policyBody(policy)), BackpressurePolicy::fromJson);
    }

    /** Replaces the policy of this revision. */
    Reply<BackpressurePolicy> update(BackpressurePolicy policy, long revision)
            throws IOException, InterruptedException {
        return send(
                request("/v1/policy").header("If-Match", "\"" + revision + "\"").PUT(policyBody(policy)),
                BackpressurePolicy::fromJson);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(provider.resolve(path)).timeout(LIMIT);
    }

    private static HttpRequest.BodyPublisher body(String json) {
        return HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }

    private static HttpRequest.BodyPublisher policyBody(BackpressurePolicy policy) {
        return body(policy.toJson());
    }

    private <T> Reply<T> send(HttpRequest.Builder request, Function<String, T> reader)
            throws IOException, InterruptedException {
        HttpRequest built = request.build();
        if (built.bodyPublisher()
                .filter(publisher -> publisher.contentLength() != 0)
                .isPresent()) {
            built = request.header("Content-Type", "application/json").build();
        }
        HttpResponse<String> response = http.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() == 200) {
            return new Answered<>(reader.apply(response.body()));
        }
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() < 400 || !mediaType.startsWith("application/problem+json")) {
            throw new IOException(
                    "status " + response.statusCode() + " with " + mediaType + " is no answer of a provider");
        }
        return new Refused<>(Problem.fromJson(response.body()));
    }
}
