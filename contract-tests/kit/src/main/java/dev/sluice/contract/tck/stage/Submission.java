package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import java.util.Optional;

/** An item that was submitted once and what came back. */
public record Submission(Item item, Exchange exchange) {
    /** Accepted as a new item: 202. */
    public boolean accepted() {
        return exchange.answer().filter(reply -> reply.status() == 202).isPresent();
    }

    /** Answered as a replay: 200 with an admission that was accepted. */
    public boolean replayed() {
        return exchange.answer()
                .filter(reply -> reply.status() == 200)
                .flatMap(Submission::object)
                .flatMap(body -> body.text("outcome"))
                .filter("ADMISSION_OUTCOME_ACCEPTED"::equals)
                .isPresent();
    }

    /** Answered, neither accepted nor replayed: a refusal, in whatever form. */
    public boolean refused() {
        return exchange.answer().isPresent() && !accepted() && !replayed();
    }

    /** The reply in a few words: status, reason where there is one. */
    public String summary() {
        String reason = exchange.answer()
                .flatMap(Submission::object)
                .flatMap(body -> body.text("reason"))
                .filter(text -> !text.endsWith("_UNSPECIFIED"))
                .map(text -> " " + text.replace("REFUSAL_REASON_", ""))
                .orElse("");
        return exchange.summary() + reason;
    }

    /** The body of a reply, where it is a JSON object. */
    public static Optional<Json.Obj> object(HttpReply reply) {
        try {
            return JsonReader.read(reply.body()) instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
        } catch (JsonSyntaxException noJson) {
            return Optional.empty();
        }
    }
}
