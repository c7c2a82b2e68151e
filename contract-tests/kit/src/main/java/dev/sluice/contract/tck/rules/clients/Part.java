package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.http.HttpReply;
import java.util.Optional;

/** How the kit answers as the provider; each rule overrides what it is about. */
interface Part {
    /** What a submission is answered; empty to close the connection without a reply. The order is that of ids, from 0, in which they first came. */
    default Optional<HttpReply> work(Arrival arrival, int order) {
        return Optional.of(Replies.accepted(arrival));
    }

    /** What a request for a lease is answered; the order counts them from 0. */
    default HttpReply lease(int order) {
        return Replies.lease("lease-" + order, 1000, 60_000);
    }

    /** What a read of the capacity is answered; the order counts them from 0. */
    default HttpReply capacity(int order) {
        return Replies.capacity(100, 60_000);
    }
}
