package dev.sluice.contract.provider;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import java.time.Duration;
import java.util.Optional;

/** The policy that a test wants in force before its first rule. */
public final class FirstPolicy {
    private FirstPolicy() {}

    /**
     * Puts a policy in force.
     *
     * @param policy in JSON, as {@code PUT /v1/policy} takes it
     * @param timeout how long the reply may take
     * @throws IllegalStateException if the provider does not take it; the message has its answer
     */
    public static void put(Provider provider, String policy, Duration timeout) {
        OnceClient client = new OnceClient(provider.base(), timeout);
        Optional<HttpReply> answer =
                client.send(HttpRequest.json("PUT", "/v1/policy", policy)).answer();
        if (answer.filter(reply -> reply.status() == 200).isEmpty()) {
            String found =
                    answer.map(reply -> reply.status() + " " + reply.excerpt()).orElse("no reply");
            throw new IllegalStateException(
                    "the provider did not take the policy of the test: PUT /v1/policy: " + found);
        }
    }
}
