package dev.sluice.contract.tck.rules.accounts;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.rules.recovery.MixedWork;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rule 9.1: every accepted item is counted once. */
final class Conservation implements Rule {
    private static final int MOST_CYCLES = 5;

    @Override
    public RuleText text() {
        return new RuleText(
                "9.1",
                RuleType.REQUIRED,
                "conservation",
                "accepted = completed + failed + expired + cancelled + running + queued MUST hold in every"
                        + " scrape; at rest each equals the client's own count; counters MUST NOT decrease.",
                "In every scrape accepted is the sum of what became of the items; after mixed work and refusals"
                        + " the counts are those of the kit; no counter falls.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 2, 2);
        List<String> faults = new ArrayList<>();
        int cycles = Math.min(stage.profile().rounds(), MOST_CYCLES);
        for (int cycle = 1; cycle <= cycles && faults.isEmpty(); cycle++) {
            Account start = Account.scrape(stage);
            AtomicBoolean ended = new AtomicBoolean();
            InFlight<List<String>> watch = InFlight.begin(() -> watch(stage, start, ended));
            Set<String> accepted = new LinkedHashSet<>();
            try {
                accepted.addAll(MixedWork.play(stage).accepted());
                stage.settle();
                stage.fill()
                        .submissions()
                        .forEach(submission -> accepted.add(submission.item().id()));
                for (int i = 0; i < 3; i++) {
                    Submission more = stage.submit(stage.item());
                    Stage.reply("a submission to a full provider", more.exchange());
                    if (more.accepted()) {
                        accepted.add(more.item().id());
                    }
                }
                stage.submit(stage.item().with("deadlineMs", Json.of("0")));
                stage.cancel(accepted.stream().reduce("", (first, last) -> last));
                stage.settle();
            } finally {
                ended.set(true);
            }
            faults.addAll(watch.result());
            Account end = Account.scrape(stage);
            end.imbalance().ifPresent(faults::add);
            faults.addAll(end.differences(start, own(stage, accepted)));
            stage.note("cycle " + cycle + ": " + end.counts());
        }
        return Verdict.of(faults.stream().distinct().limit(4).toList());
    }

    private static List<String> watch(Stage stage, Account start, AtomicBoolean ended) {
        List<String> faults = new ArrayList<>();
        Account last = start;
        while (!ended.get() && faults.isEmpty()) {
            Account now = Account.scrape(stage);
            now.imbalance().ifPresent(faults::add);
            now.decreaseSince(last).ifPresent(faults::add);
            last = now;
        }
        return faults;
    }

    private static Map<String, Long> own(Stage stage, Set<String> accepted) {
        Map<String, Long> own = new LinkedHashMap<>();
        own.put("accepted", (long) accepted.size());
        for (String state : List.of("completed", "failed", "expired", "cancelled")) {
            own.put(state, 0L);
        }
        for (String id : accepted) {
            own.merge(stage.state(id).toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        own.put("running", 0L);
        own.put("queued", 0L);
        return own;
    }
}
