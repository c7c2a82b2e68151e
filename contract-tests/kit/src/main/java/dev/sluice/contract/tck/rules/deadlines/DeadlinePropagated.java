package dev.sluice.contract.tck.rules.deadlines;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 5.3: the time left travels, and ends the call. */
final class DeadlinePropagated implements Rule {
    private static final long WAIT_MS = 200;
    private static final List<Long> TRIED_MS = List.of(300L, 1500L, 5000L);

    @Override
    public RuleText text() {
        return new RuleText(
                "5.3",
                RuleType.REQUIRED,
                "deadlinePropagated",
                "The deadline sent downstream MUST be less than the item's by at least the wait in the queue;"
                        + " expiry while running MUST abort the downstream call.",
                "An item that waited 200 ms is called downstream with a deadline at least 200 ms shorter; one"
                        + " that runs past its deadline has its call closed, becomes EXPIRED and frees its slot.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 1, 1);
        List<String> faults = new ArrayList<>();
        afterQueue(stage).ifPresent(faults::add);
        stage.settle();
        whileRunning(stage).ifPresent(faults::add);
        return Verdict.of(faults);
    }

    private static Optional<String> afterQueue(Stage stage) {
        stage.occupied();
        Item item = stage.item();
        long deadline = stage.profile().deadlineMs();
        stage.accept(item);
        stage.waitAtLeast(Duration.ofMillis(WAIT_MS));
        if (stage.sink().log().begins(item.id()) > 0) {
            throw new ConditionNotMetException("the item began while W items ran (rule 1.4)");
        }
        stage.settle();
        Optional<String> sent = stage.sink()
                .log()
                .call(item.id())
                .flatMap(call -> call.headers().first("Sluice-Deadline-Ms"));
        stage.note("the SINK read Sluice-Deadline-Ms " + sent.orElse("absent") + " after a wait of " + WAIT_MS + " ms");
        if (sent.filter(text -> text.matches("[0-9]{1,18}")).isEmpty()) {
            return Optional.of("Sluice-Deadline-Ms is " + sent.orElse("absent") + ", no whole number");
        }
        long left = Long.parseLong(sent.get());
        return left >= 1 && left <= deadline - WAIT_MS
                ? Optional.empty()
                : Optional.of("an item of " + deadline + " ms that waited " + WAIT_MS + " ms was sent on with " + left
                        + " ms");
    }

    /** An item can expire before it begins on a busy machine, which says nothing here: then a longer one is tried. */
    private static Optional<String> whileRunning(Stage stage) {
        for (long deadline : TRIED_MS) {
            stage.sink().shut();
            Item item = stage.item().with("deadlineMs", Json.of(Long.toString(deadline)));
            stage.accept(item);
            boolean began = stage.eventually(() -> stage.sink().log().begins(item.id()) > 0
                    || stage.state(item.id()).equals("EXPIRED"));
            if (began && stage.sink().log().begins(item.id()) > 0) {
                return aborted(stage, item, deadline);
            }
        }
        throw new ConditionNotMetException("no item began within its deadline");
    }

    private static Optional<String> aborted(Stage stage, Item item, long deadline) {
        Duration limit = stage.profile().ceiling().plusMillis(deadline);
        boolean closed =
                stage.within(limit, () -> stage.sink().log().abandoned().contains(item.id()));
        stage.note("the SINK " + (closed ? "saw the connection closed" : "did not see the connection closed"));
        if (!closed) {
            return Optional.of(
                    "the call of an item of " + deadline + " ms was not aborted when its deadline had passed");
        }
        if (!stage.usedBecomes(0)) {
            return Optional.of("the slot of an item that expired while running did not become free");
        }
        return stage.becomes(item.id(), "EXPIRED")
                ? Optional.empty()
                : Optional.of("an item that expired while running is " + stage.state(item.id()) + ", not EXPIRED");
    }
}
