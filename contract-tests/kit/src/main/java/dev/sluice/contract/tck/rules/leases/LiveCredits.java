package dev.sluice.contract.tck.rules.leases;

import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rule 4.4: credits are not promised twice. */
final class LiveCredits implements Rule {
    private static final int CLIENTS = 8;

    @Override
    public RuleText text() {
        return new RuleText(
                "4.4",
                RuleType.REQUIRED,
                "liveCredits",
                "When a lease is granted, live credits together MUST NOT exceed available times the overcommit of"
                        + " the policy.",
                "Several clients that each ask for every slot together get no more than is available, also when"
                        + " they ask at once and while items run.");
    }

    @Override
    public Verdict check(Stage before) {
        LeaseDesk desk = LeaseDesk.open(before, 8, 60_000);
        Stage stage = desk.stage();
        String[] clients = IntStream.range(0, CLIENTS).mapToObj(i -> "c" + i).toArray(String[]::new);
        for (int round = 1; round <= stage.profile().rounds(); round++) {
            if (round % 2 == 0) {
                stage.occupied();
            }
            long available = stage.capacity().number("available");
            List<HttpRequest> requests = Arrays.stream(clients)
                    .map(client -> desk.request(client, stage.limits().limit()))
                    .toList();
            long granted = stage.venue().client().sendTogether(requests).stream()
                    .mapToLong(exchange -> desk.granted(Stage.reply("POST /v1/leases", exchange))
                            .credits())
                    .sum();
            stage.note(CLIENTS + " clients ask at once for " + stage.limits().limit() + " credits each: " + granted
                    + " granted, available " + available);
            if (granted > available) {
                return Verdict.fail(
                        "round " + round + ": " + CLIENTS + " clients hold " + granted + " live credits where "
                                + available + " slots are available and the overcommit is 100 percent");
            }
            desk.giveBack(clients);
            stage.settle();
        }
        return Verdict.pass();
    }
}
