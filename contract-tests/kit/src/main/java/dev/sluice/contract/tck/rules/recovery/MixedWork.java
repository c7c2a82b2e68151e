package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.sink.SinkAnswer;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Items that end in every way that a client and the SINK can bring about. */
public final class MixedWork {
    private static final long SHORT_MS = 60;

    private MixedWork() {}

    /**
     * What was accepted.
     *
     * @param accepted the ids of all items that were accepted
     * @param submissions how many submissions were answered with 202
     */
    public record Played(List<String> accepted, int submissions) {
        public Played {
            accepted = List.copyOf(accepted);
        }
    }

    /** Plays one of each: success, status 500, reset, half a reply, expiry while queued and while running, cancellation of both kinds. */
    public static Played play(Stage stage) {
        List<String> accepted = new ArrayList<>();
        stage.sink().open();
        submit(stage, stage.item(), accepted);
        for (SinkAnswer answer : List.of(SinkAnswer.SERVER_ERROR, SinkAnswer.RESET, SinkAnswer.HALF_A_REPLY)) {
            Item failing = stage.item();
            stage.sink().answerWith(failing.id(), answer);
            submit(stage, failing, accepted);
        }
        stage.settle();
        stage.occupied()
                .submissions()
                .forEach(submission -> accepted.add(submission.item().id()));
        Item late = stage.item().with("deadlineMs", Json.of(Long.toString(SHORT_MS)));
        submit(stage, late, accepted);
        Item queued = stage.item();
        submit(stage, queued, accepted);
        stage.cancel(queued.id());
        stage.waitAtLeast(Duration.ofMillis(SHORT_MS));
        stage.cancel(accepted.get(4));
        stage.settle();
        stage.sink().shut();
        Item expiring = stage.item().with("deadlineMs", Json.of(Long.toString(SHORT_MS)));
        submit(stage, expiring, accepted);
        stage.eventually(() -> stage.state(expiring.id()).equals("EXPIRED"));
        return new Played(accepted, accepted.size());
    }

    private static void submit(Stage stage, Item item, List<String> accepted) {
        if (stage.eventually(() -> stage.submit(item).accepted())) {
            accepted.add(item.id());
        }
    }
}
