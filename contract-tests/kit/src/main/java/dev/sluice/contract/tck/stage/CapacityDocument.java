package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.json.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** One capacity document as a provider sent it, with the fields of its response. */
public record CapacityDocument(Json.Obj body, Headers headers) {
    private static final String LEVEL = "CAPACITY_LEVEL_";

    /**
     * The document of a reply.
     *
     * @throws ConditionNotMetException if the reply is not 200 with a JSON object
     */
    public static CapacityDocument of(HttpReply reply) {
        if (reply.status() != 200) {
            throw new ConditionNotMetException("GET /v1/capacity: " + reply.status());
        }
        return new CapacityDocument(
                Submission.object(reply)
                        .orElseThrow(() -> new ConditionNotMetException("GET /v1/capacity gave no JSON object")),
                reply.headers());
    }

    /**
     * A whole number of the document.
     *
     * @throws ConditionNotMetException if it is absent or no whole number
     */
    public long number(String name) {
        return body.whole(name)
                .orElseThrow(() -> new ConditionNotMetException("the capacity document has no whole number " + name));
    }

    /** Running and queued items together. */
    public long used() {
        return number("used");
    }

    /** The level without its prefix. */
    public String level() {
        return body.text("level").orElse("absent").replace(LEVEL, "");
    }

    /** The run of the provider, as it is written. */
    public String epoch() {
        return body.unsigned("epoch").map(BigInteger::toString).orElse("absent");
    }

    /** The version within the run. */
    public BigInteger seq() {
        return body.unsigned("seq")
                .orElseThrow(() -> new ConditionNotMetException("the capacity document has no whole number seq"));
    }

    /** What is not true within the document, by the constraints of {@code Capacity}; empty for a consistent snapshot. */
    public List<String> contradictions() {
        List<String> faults = new ArrayList<>();
        long limit = number("limit");
        long running = number("running");
        long queued = number("queued");
        if (limit != number("concurrencyLimit") + number("queueLimit")) {
            faults.add("limit is " + limit + ", not concurrencyLimit + queueLimit");
        }
        if (used() != running + queued) {
            faults.add("used is " + used() + ", running " + running + " + queued " + queued);
        }
        long available = Math.max(0, limit - used());
        if (number("available") != available) {
            faults.add("available is " + number("available") + ", limit " + limit + " - used " + used());
        }
        boolean draining = level().equals("DRAINING");
        if (!draining && level().equals("SATURATED") != (available == 0)) {
            faults.add("level is " + level() + " where available is " + available);
        }
        return faults;
    }
}
