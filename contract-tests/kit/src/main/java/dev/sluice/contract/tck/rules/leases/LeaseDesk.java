package dev.sluice.contract.tck.rules.leases;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import java.util.List;

/** Acquires leases under a policy with the feature on, room for the items of a rule and a life for the leases. */
final class LeaseDesk {
    static final String TENANT = "tenant-lease";

    private final Stage stage;
    private final String run;

    private LeaseDesk(Stage stage) {
        this.stage = stage;
        this.run = stage.item().id();
    }

    /**
     * The lease that was granted.
     *
     * @param received the moment at which it was received
     */
    record Granted(String id, long credits, long ttlMs, long received) {}

    static LeaseDesk open(Stage stage, int room, long ttlMs) {
        return new LeaseDesk(Policies.under(
                stage,
                policy -> Policies.features(Policies.room(policy, 1, room), "leases")
                        .with("leaseTtlMs", Json.of(ttlMs))
                        .with("leaseOvercommitPercent", Json.of(100))));
    }

    /** The stage under the policy. */
    Stage stage() {
        return stage;
    }

    HttpRequest request(String client, long credits) {
        return HttpRequest.json(
                "POST",
                "/v1/leases",
                JsonWriter.write(Json.object()
                        .with("clientId", Json.of(run + "-" + client))
                        .with("tenant", Json.of(TENANT))
                        .with("credits", Json.of(credits))));
    }

    /** What the client is granted. */
    Granted acquire(String client, long credits) {
        Granted granted = granted(Stage.reply("POST /v1/leases", stage.sendQuietly(request(client, credits))));
        stage.note("client " + client + " asks for " + credits + " credits -> " + granted.credits() + " for "
                + granted.ttlMs() + " ms");
        return granted;
    }

    /** What the client is granted where as much is available. */
    Granted acquireAll(String client, long credits) {
        Granted granted = acquire(client, credits);
        if (granted.credits() != credits) {
            throw new ConditionNotMetException("an idle provider with "
                    + stage.limits().limit() + " slots granted " + granted.credits() + " of " + credits + " credits");
        }
        return granted;
    }

    /** The lease of a reply. */
    Granted granted(HttpReply reply) {
        Json.Obj lease = Submission.object(reply)
                .filter(body -> reply.status() == 200)
                .orElseThrow(() ->
                        new ConditionNotMetException("POST /v1/leases: " + reply.status() + " " + reply.excerpt()));
        return new Granted(
                lease.text("leaseId").orElse(""),
                lease.whole("credits").orElse(0L),
                lease.whole("ttlMs").orElse(0L),
                stage.now());
    }

    /** Gives back what the clients hold, so that later rules find nothing live. */
    void giveBack(String... clients) {
        for (String client : clients) {
            stage.sendQuietly(request(client, 0));
        }
    }

    List<Item> items(int count, Granted lease) {
        return stage.items(count).stream().map(item -> under(item, lease.id())).toList();
    }

    Item item(Granted lease) {
        return under(stage.item(), lease.id());
    }

    private static Item under(Item item, String lease) {
        return item.with("tenant", Json.of(TENANT)).with("leaseId", Json.of(lease));
    }

    static long accepted(List<Submission> submissions) {
        return submissions.stream().filter(Submission::accepted).count();
    }
}
