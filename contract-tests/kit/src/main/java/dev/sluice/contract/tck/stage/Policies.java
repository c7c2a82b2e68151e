package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How rules change the policy; the kit puts the earlier one back when a rule has ended. */
public final class Policies {
    private static final Set<Integer> NOT_OFFERED = Set.of(401, 403, 404, 405, 501);

    private Policies() {}

    /** Asks the provider to put a policy in force. */
    public static HttpReply put(Stage stage, Json.Obj policy) {
        return Stage.reply("PUT /v1/policy", stage.send(request(policy)));
    }

    /** The request that puts a policy in force. */
    public static HttpRequest request(Json.Obj policy) {
        return HttpRequest.json("PUT", "/v1/policy", JsonWriter.write(policy));
    }

    /**
     * The stage under a changed policy.
     *
     * @throws NotApplicableException if the provider does not let its policy be changed, or lacks a feature of it
     * @throws ConditionNotMetException if it refuses the policy for another reason
     */
    public static Stage under(Stage stage, UnaryOperator<Json.Obj> change) {
        Json.Obj wanted = change.apply(stage.limits().policy());
        if (wanted.equals(stage.limits().policy())) {
            return stage;
        }
        HttpReply reply = put(stage, wanted);
        if (reply.status() == 200) {
            Limits now = Limits.of(Submission.object(reply)
                    .orElseThrow(() -> new ConditionNotMetException("PUT /v1/policy gave no JSON object")));
            stage.note("W = " + now.running() + ", Q = " + now.queued());
            return stage.with(now);
        }
        if (NOT_OFFERED.contains(reply.status())) {
            throw new NotApplicableException(
                    "the policy cannot be changed: PUT /v1/policy is answered " + reply.status());
        }
        if (reply.status() == 422 && unsupported(reply)) {
            throw new NotApplicableException("the provider lacks a feature that the rule is about: " + lacking(reply));
        }
        throw new ConditionNotMetException("PUT /v1/policy: " + reply.status() + " " + reply.excerpt());
    }

    /** The stage with W and Q at least these, by a change of the policy where they are less. */
    public static Stage atLeast(Stage stage, int running, int queued) {
        return under(stage, policy -> room(policy, running, queued));
    }

    /** The policy with W and Q at least these. */
    public static Json.Obj room(Json.Obj policy, int running, int queued) {
        Json.Obj wanted = policy;
        if (policy.whole("concurrencyLimit").orElse(0L) < running) {
            wanted = wanted.with("concurrencyLimit", Json.of(running));
        }
        if (policy.whole("queueLimit").orElse(0L) < queued) {
            wanted = wanted.with("queueLimit", Json.of(queued));
        }
        return wanted;
    }

    /** The policy with these features on and all others off. */
    public static Json.Obj features(Json.Obj policy, String... on) {
        Json.Obj features = Json.object();
        for (String flag : List.of("criticalityShedding", "priorityDispatch", "tenantIsolation", "leases")) {
            features = features.with(flag, Json.of(List.of(on).contains(flag)));
        }
        return policy.with("features", features);
    }

    private static boolean unsupported(HttpReply reply) {
        return !lacking(reply).isEmpty();
    }

    private static List<String> lacking(HttpReply reply) {
        return Submission.object(reply).stream()
                .flatMap(problem -> problem.list("violations").stream())
                .flatMap(violation -> violation instanceof Json.Obj object
                                && object.text("rule")
                                        .filter("feature_flags.unsupported"::equals)
                                        .isPresent()
                        ? object.text("field").stream()
                        : java.util.stream.Stream.<String>empty())
                .toList();
    }
}
