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

    /** The capacity right after the decision, where the answer has it. */
    Optional<Json.Obj> capacity() {
        return exchange.answer().flatMap(Submission::object).flatMap(body -> body.object("capacity"));
    }

    /** The reason of the refusal, where it has one that is registered. */
    public Optional<RefusalReason> reason() {
        return exchange.answer()
                .flatMap(Submission::object)
                .flatMap(body -> body.text("reason"))
                .flatMap(RefusalReason::ofWireName);
    }

    /**
     * What is wrong with the refusal, if anything: another reason, or none at all because it was taken. Form and status are the affair of
     * rules 3.1 and 3.4.
     *
     * @throws ConditionNotMetException if it was not answered, or refused without a registered reason
     */
    public Optional<String> notRefusedWith(RefusalReason expected) {
        Stage.reply("submission of " + item.id(), exchange);
        if (refused() && reason().isEmpty()) {
            throw new ConditionNotMetException("a refusal has no registered reason (rule 3.1): " + summary());
        }
        boolean right = reason().filter(expected::equals).isPresent();
        return right
                ? Optional.empty()
                : Optional.of("was answered " + summary() + ", not " + expected.status() + " " + expected.name());
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
