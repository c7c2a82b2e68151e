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

    private final OnceClient client;
    private final Sink sink;
    private final Items items;
    private final Limits limits;
    private final Profile profile;
    private final Timeline timeline;

    /** A stage for one rule. */
    public Stage(OnceClient client, Sink sink, Items items, Limits limits, Profile profile, Timeline timeline) {
        this.client = client;
        this.sink = sink;
        this.items = items;
        this.limits = limits;
        this.profile = profile;
        this.timeline = timeline;
    }

    /** The sink that items call. */
    public Sink sink() {
        return sink;
    }

    /** The limits in force when the rule began. */
    public Limits limits() {
        return limits;
    }

    /** The profile of the run. */
    public Profile profile() {
        return profile;
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
        Exchange exchange = client.send(request);
        timeline.add(request.method() + " " + request.target() + " -> " + exchange.summary());
        return exchange;
    }

    /** Submits one item. */
    public Submission submit(Item item) {
        Submission submission = new Submission(item, client.send(item.submission()));
        timeline.add("submit " + item.id() + " -> " + submission.summary());
        return submission;
    }

    /** Submits items at one barrier, each on its own connection. */
    public List<Submission> submitTogether(List<Item> together) {
        List<Exchange> exchanges =
                client.sendTogether(together.stream().map(Item::submission).toList());
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            submissions.add(new Submission(together.get(i), exchanges.get(i)));
        }
        timeline.add("submit " + together.size() + " items at once -> " + Tally.of(submissions));
        return submissions;
    }

    /** Shuts the sink and runs W items until it saw W begins; the caller decides what it means where it did not. */
    public Fill occupy() {
        sink.shut();
        note("SINK shut");
        List<Submission> submissions = new ArrayList<>();
        items(limits.running()).forEach(item -> submissions.add(submit(item)));
        long begun = submissions.stream().filter(Submission::accepted).count();
        boolean all =
                begun == limits.running() && eventually(() -> sink.log().begun().size() >= limits.running());
        note("SINK saw " + sink.log().begun().size() + " begins, W = " + limits.running());
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
     * W items that the sink holds.
     *
     * @throws ConditionNotMetException if the provider does not run W items
     */
    public Fill occupied() {
        Fill running = occupy();
        if (!running.saturated()) {
            throw new ConditionNotMetException("FILL: the SINK saw "
                    + sink.log().begun().size() + " begins, not W = " + limits.running() + "; submissions: "
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
        sink.open();
        note("SINK open");
        if (!eventually(() -> used().filter(count -> count == 0).isPresent())) {
            throw new ConditionNotMetException(
                    "SETTLE: used is " + used().map(String::valueOf).orElse("not readable") + " after "
                            + profile.ceiling().toMillis() + " ms, not 0");
        }
        note("used is 0");
    }

    /** The provider's {@code used}; empty where it cannot be read. */
    public Optional<Long> used() {
        return client.send(HttpRequest.of("GET", "/v1/capacity"))
                .answer()
                .filter(reply -> reply.status() == 200)
                .flatMap(Submission::object)
                .flatMap(capacity -> capacity.whole("used"));
    }

    /** Polls until the condition holds; false where it does not within the profile's ceiling. */
    public boolean eventually(BooleanSupplier condition) {
        long end = timeline.elapsedNanos() + profile.ceiling().toNanos();
        while (!condition.getAsBoolean()) {
            if (timeline.elapsedNanos() >= end) {
                return false;
            }
            waitAtLeast(POLL);
        }
        return true;
    }

    /** A one-sided wait: at least this long; a slow machine only makes it longer. */
    public void waitAtLeast(Duration time) {
        long end = timeline.elapsedNanos() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0; left = end - timeline.elapsedNanos()) {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConditionNotMetException("interrupted");
        }
    }

    /** Gives what must not come the time to come. */
    public void linger() {
        waitAtLeast(profile.linger());
    }

    /**
     * The reply of an exchange.
     *
     * @throws ConditionNotMetException if there is none
     */
    public static HttpReply reply(String of, Exchange exchange) {
        return exchange.answer().orElseThrow(() -> new ConditionNotMetException(of + ": " + exchange.summary()));
    }

    /**
     * Items that were submitted.
     *
     * @param submissions in the order of their submission
     * @param saturated whether the sink saw W begins
     */
    public record Fill(List<Submission> submissions, boolean saturated) {
        public Fill {
            submissions = List.copyOf(submissions);
        }
    }
}
