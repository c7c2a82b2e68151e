package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.sink.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What one rule is played on: the provider, the sink and the timeline. FILL, SETTLE, "eventually" and the one-sided wait are those of
 * {@code PROTOCOL.md}, "Rules".
 */
public final class Stage {
    private static final Duration POLL = Duration.ofMillis(5);

    private final Venue venue;
    private final Items items;
    private final Limits limits;
    private final Timeline timeline;

    /** A stage for one rule. */
    public Stage(Venue venue, Items items, Limits limits, Timeline timeline) {
        this.venue = venue;
        this.items = items;
        this.limits = limits;
        this.timeline = timeline;
    }

    /** The same with other limits in force. */
    Stage with(Limits now) {
        return new Stage(venue, items, now, timeline);
    }

    /** The same with another provider. */
    Stage at(OnceClient provider, Limits now) {
        return new Stage(venue.at(provider), items, now, timeline);
    }

    /** What the rules of the run share. */
    public Venue venue() {
        return venue;
    }

    /** The sink that items call. */
    public Sink sink() {
        return venue.sink();
    }

    /** The limits in force. */
    public Limits limits() {
        return limits;
    }

    /** The profile of the run. */
    public Profile profile() {
        return venue.profile();
    }

    /** Notes something in the timeline. */
    public void note(String what) {
        timeline.add(what);
    }

    /** A valid item under an id of its own that calls the sink. */
    public Item item() {
        return items.next();
    }

    /** The count of such items. */
    public List<Item> items(int count) {
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(items.next());
        }
        return made;
    }

    /** Sends one request. */
    public Exchange send(HttpRequest request) {
        Exchange exchange = sendQuietly(request);
        timeline.add(request.method() + " " + request.target() + " -> " + exchange.summary());
        return exchange;
    }

    /** Sends one request that is no news: it is not in the timeline. */
    public Exchange sendQuietly(HttpRequest request) {
        venue.goOn();
        return venue.client().send(request);
    }

    /** Submits one item. */
    public Submission submit(Item item) {
        Submission submission = new Submission(item, sendQuietly(item.submission()));
        timeline.add("submit " + item.id() + " -> " + submission.summary());
        depth(submission);
        return submission;
    }

    /** What the answer to a submission says of how full the provider is. */
    private void depth(Submission submission) {
        submission.capacity().ifPresent(capacity -> {
            Optional<Long> limit = capacity.whole("limit");
            capacity.whole("used").ifPresent(used -> limit.ifPresent(most -> timeline.depth(used, most)));
        });
    }

    /** Submits items at one barrier, each on its own connection. */
    public List<Submission> submitTogether(List<Item> together) {
        venue.goOn();
        List<Exchange> exchanges = venue.client()
                .sendTogether(together.stream().map(Item::submission).toList());
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            submissions.add(new Submission(together.get(i), exchanges.get(i)));
        }
        timeline.add("submit " + together.size() + " items at once -> " + Tally.of(submissions));
        submissions.forEach(this::depth);
        return submissions;
    }

    /**
     * Submits one item that the provider has room for.
     *
     * @throws ConditionNotMetException if it is not accepted
     */
    public Submission accept(Item item) {
        Submission submission = submit(item);
        if (!submission.accepted()) {
            throw new ConditionNotMetException(
                    item.id() + " was not accepted though there was room: " + submission.summary());
        }
        return submission;
    }

    /** The state of an item without its prefix, such as {@code COMPLETED}; the HTTP status where there is none. */
    public String state(String workId) {
        HttpReply reply = reply("GET /v1/work/" + workId, sendQuietly(HttpRequest.of("GET", "/v1/work/" + workId)));
        return stateOf(reply);
    }

    /** Cancels an item; its state after that, or the HTTP status where there is none. */
    public String cancel(String workId) {
        String state = stateOf(
                reply("DELETE /v1/work/" + workId, sendQuietly(HttpRequest.of("DELETE", "/v1/work/" + workId))));
        note("DELETE /v1/work/" + workId + " -> " + state);
        return state;
    }

    /** Polls until the item is in the state; notes what was there. */
    public boolean becomes(String workId, String state) {
        boolean there = eventually(() -> state(workId).equals(state));
        note("state of " + workId + " is " + state(workId));
        return there;
    }

    private static String stateOf(HttpReply reply) {
        return Submission.object(reply)
                .flatMap(body -> body.text("state"))
                .map(state -> state.replace("WORK_STATE_", ""))
                .filter(state -> reply.status() == 200)
                .orElse(Integer.toString(reply.status()));
    }

    /** Shuts the sink and runs W items until it saw W begins; the caller decides what it means where it did not. */
    public Fill occupy() {
        sink().shut();
        note("SINK shut");
        int before = sink().log().begun().size();
        List<Submission> submissions = new ArrayList<>();
        items(limits.running()).forEach(item -> submissions.add(submit(item)));
        long accepted = submissions.stream().filter(Submission::accepted).count();
        boolean all = accepted == limits.running()
                && eventually(() -> sink().log().begun().size() - before >= limits.running());
        note("SINK saw " + (sink().log().begun().size() - before) + " begins, W = " + limits.running());
        return new Fill(submissions, all);
    }

    /**
     * FILL: W items that the sink holds, then Q more.
     *
     * @throws ConditionNotMetException if the provider does not run W items, or refuses one before it is full
     */
    public Fill fill() {
        Fill running = occupied();
        List<Submission> submissions = new ArrayList<>(running.submissions());
        items(limits.queued()).forEach(item -> submissions.add(submit(item)));
        if (!submissions.stream().allMatch(Submission::accepted)) {
            throw new ConditionNotMetException(
                    "FILL: of W + Q = " + submissions.size() + " submissions: " + Tally.of(submissions));
        }
        return new Fill(submissions, true);
    }

    /**
     * FILL, and one submission more that is refused.
     *
     * @throws ConditionNotMetException if it cannot be filled, or takes the further item
     */
    public Fill full() {
        Fill fill = fill();
        Submission more = submit(item());
        reply("a submission to a full provider", more.exchange());
        if (!more.refused()) {
            throw new ConditionNotMetException(
                    "a full provider answered a submission " + more.summary() + " (rule 1.1)");
        }
        return fill;
    }

    /**
     * W items that the sink holds.
     *
     * @throws ConditionNotMetException if the provider does not run W items
     */
    public Fill occupied() {
        Fill running = occupy();
        if (!running.saturated()) {
            throw new ConditionNotMetException("FILL: the SINK saw "
                    + sink().log().begun().size() + " begins, not W = " + limits.running() + "; submissions: "
                    + Tally.of(running.submissions()));
        }
        return running;
    }

    /**
     * SETTLE: opens the sink and waits until nothing is used.
     *
     * @throws ConditionNotMetException if the provider does not come to rest
     */
    public void settle() {
        if (!settles()) {
            throw new ConditionNotMetException(
                    "SETTLE: used is " + used().map(String::valueOf).orElse("not readable") + " after "
                            + profile().ceiling().toMillis() + " ms, not 0");
        }
    }

    /** SETTLE; false where the provider does not come to rest. */
    public boolean settles() {
        sink().open();
        note("SINK open");
        boolean rests = eventually(() -> used().filter(count -> count == 0).isPresent());
        note("used is " + used().map(String::valueOf).orElse("not readable"));
        return rests;
    }

    /**
     * The provider's capacity document.
     *
     * @throws ConditionNotMetException if it cannot be read
     */
    public CapacityDocument capacity() {
        CapacityDocument document =
                CapacityDocument.of(reply("GET /v1/capacity", sendQuietly(HttpRequest.of("GET", "/v1/capacity"))));
        timeline.depth(document.used(), document.number("limit"));
        return document;
    }

    /** The provider's {@code used}; empty where it cannot be read. */
    public Optional<Long> used() {
        try {
            return Optional.of(capacity().used());
        } catch (ConditionNotMetException unreadable) {
            return Optional.empty();
        }
    }

    /** Polls until {@code used} is the count; false where it does not become so. */
    public boolean usedBecomes(long count) {
        return eventually(() -> used().filter(used -> used == count).isPresent());
    }

    /** Polls until the condition holds; false where it does not within the profile's ceiling. */
    public boolean eventually(BooleanSupplier condition) {
        return within(profile().ceiling(), condition);
    }

    /** Polls until the condition holds; false where it does not within the limit. */
    public boolean within(Duration limit, BooleanSupplier condition) {
        long end = timeline.elapsedNanos() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            venue.goOn();
            if (timeline.elapsedNanos() >= end) {
                return false;
            }
            waitAtLeast(POLL);
        }
        return true;
    }

    /** A one-sided wait: at least this long; a slow machine only makes it longer. */
    public void waitAtLeast(Duration time) {
        waitUntil(timeline.elapsedNanos() + time.toNanos());
    }

    /** Waits until the time has passed since a moment of {@link #now}. */
    public void waitSince(long moment, Duration time) {
        waitUntil(moment + time.toNanos());
    }

    /** The moment, in nanoseconds since the rule began. */
    public long now() {
        return timeline.elapsedNanos();
    }

    private void waitUntil(long end) {
        try {
            for (long left = end - timeline.elapsedNanos(); left > 0; left = end - timeline.elapsedNanos()) {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConditionNotMetException("interrupted");
        }
    }

    /** Gives what must not come the time to come. */
    public void linger() {
        waitAtLeast(profile().linger());
    }

    /**
     * The reply of an exchange.
     *
     * @throws ConditionNotMetException if there is none
     */
    public static HttpReply reply(String of, Exchange exchange) {
        return exchange.answer().orElseThrow(() -> new ConditionNotMetException(of + ": " + exchange.summary()));
    }
}
