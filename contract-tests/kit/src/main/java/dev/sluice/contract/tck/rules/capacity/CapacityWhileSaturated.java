package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 2.1: the load can be read from a provider that is full. */
final class CapacityWhileSaturated implements Rule {
    private static final int READS = 100;
    private static final int MOST_SUBMISSIONS = 200;

    @Override
    public RuleText text() {
        return new RuleText(
                "2.1",
                RuleType.REQUIRED,
                "capacityWhileSaturated",
                "GET /v1/capacity MUST be answered while the provider is saturated and MUST NOT take a slot.",
                "It answers every read with 200 while W + Q items are held and further submissions compete, and used stays what it was.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.fill();
        List<Item> more = stage.items(Math.min(stage.limits().queued() + 8, MOST_SUBMISSIONS));
        InFlight<List<Submission>> competing = InFlight.begin(() -> stage.submitTogether(more));
        List<CapacityDocument> documents = new ArrayList<>();
        for (int i = 1; i <= READS; i++) {
            Exchange exchange = stage.sendQuietly(HttpRequest.of("GET", "/v1/capacity"));
            Optional<HttpReply> reply = exchange.answer();
            if (reply.filter(answer -> answer.status() == 200).isEmpty()) {
                return Verdict.fail("read " + i + " of " + READS + " while full was answered: " + exchange.summary());
            }
            documents.add(CapacityDocument.of(reply.get()));
        }
        stage.note(READS + " reads of the capacity -> 200");
        long accepted = competing.result().stream()
                .filter(submission ->
                        !submission.refused() && submission.exchange().answer().isPresent())
                .count();
        long least = stage.limits().limit();
        return documents.stream()
                .map(CapacityDocument::used)
                .filter(used -> used < least || used > least + accepted)
                .findFirst()
                .map(used -> Verdict.fail("used is " + used + " in a document read while W + Q = " + least
                        + " items were held" + (accepted > 0 ? " and " + accepted + " more were accepted" : "")))
                .orElse(Verdict.pass());
    }
}
