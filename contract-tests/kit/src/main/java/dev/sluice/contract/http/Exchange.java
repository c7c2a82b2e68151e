package dev.sluice.contract.http;

import java.util.Optional;

/** What became of one request that was sent once. */
public sealed interface Exchange {
    /** A complete reply came. */
    record Answered(HttpReply reply) implements Exchange {}

    /** No complete reply came; whether the provider acted on the request is not known. */
    record Unanswered(String why) implements Exchange {}

    /** The request was not sent, because no connection could be made. */
    record NotSent(String why) implements Exchange {}

    /** The reply, where there is one. */
    default Optional<HttpReply> answer() {
        return this instanceof Answered answered ? Optional.of(answered.reply()) : Optional.empty();
    }

    /** The exchange in a few words, for a timeline. */
    default String summary() {
        if (this instanceof Answered answered) {
            return Integer.toString(answered.reply().status());
        }
        return this instanceof Unanswered unanswered
                ? "no reply: " + unanswered.why()
                : "not sent: " + ((NotSent) this).why();
    }
}
