package dev.sluice.contract.tck.rules.change;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.rules.fairness.SheddingTable;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.NotApplicableException;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rule 10.3: a flag switches its own rules only. */
final class FlagsKeepTheBound implements Rule {
    private static final List<String> FLAGS =
            List.of("criticalityShedding", "priorityDispatch", "tenantIsolation", "leases");
    private static final int ALL_SETS = 1 << 4;

    @Override
    public RuleText text() {
        return new RuleText(
                "10.3",
                RuleType.REQUIRED,
                "flagsKeepTheBound",
                "A feature flag MUST affect its own rules only and MUST NOT switch off chapter 1.",
                "Under every set of flags that it accepts it is full at W + Q, forgets what it refused, and sheds"
                        + " exactly where criticality_shedding is on.");
    }

    @Override
    public Verdict check(Stage before) {
        List<String> faults = new ArrayList<>();
        int judged = 0;
        List<Integer> sets = IntStream.range(0, ALL_SETS)
                .boxed()
                .filter(set -> Integer.bitCount(set) <= 1
                        || set == ALL_SETS - 1
                        || before.profile().rounds() >= 10)
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .toList();
        for (int set : sets) {
            judged += judge(before, on(set), faults) ? 1 : 0;
            boolean shedding = set == 1 << FLAGS.indexOf("criticalityShedding");
            if (!faults.isEmpty() && (set == 0 || shedding)) {
                throw new ConditionNotMetException(
                        (set == 0 ? "without any flag (rules 1.1, 3.3): " : "(rule 7.1) ") + faults.get(0));
            }
            if (!faults.isEmpty()) {
                break;
            }
        }
        before.note(judged + " sets of flags were judged");
        if (judged == 0) {
            throw new NotApplicableException("the provider accepts no change of flags");
        }
        return Verdict.of(faults.stream().limit(4).toList());
    }

    private static boolean judge(Stage before, String[] flags, List<String> faults) {
        Stage stage;
        try {
            stage = Policies.under(
                    before, policy -> SheddingTable.stepped(Policies.features(Policies.room(policy, 1, 3), flags)));
        } catch (NotApplicableException lacking) {
            before.note("not judged: " + List.of(flags) + ": " + lacking.reason());
            return false;
        }
        String under = "with the flags " + List.of(flags) + " ";
        stage.sink().shut();
        int accepted = 0;
        Item refused = stage.item();
        for (int i = 0; i < stage.limits().limit() + 5; i++) {
            Item item = stage.item().with("criticality", Json.of("CRITICALITY_CRITICAL_PLUS"));
            Submission submission = stage.submit(item);
            Stage.reply("a submission", submission.exchange());
            accepted += submission.accepted() ? 1 : 0;
            refused = submission.accepted() ? refused : item;
        }
        if (accepted != stage.limits().limit()) {
            faults.add(under + accepted + " of " + (stage.limits().limit() + 5) + " items were accepted, not W + Q = "
                    + stage.limits().limit());
        }
        stage.settle();
        if (!stage.state(refused.id()).equals("404")) {
            faults.add(under + "a refused item is " + stage.state(refused.id()) + ", not 404");
        }
        if (!faults.isEmpty()) {
            return true;
        }
        SheddingTable.differences(stage).forEach(difference -> faults.add(under + difference));
        stage.settle();
        return true;
    }

    private static String[] on(int set) {
        return IntStream.range(0, FLAGS.size())
                .filter(bit -> (set >> bit & 1) == 1)
                .mapToObj(FLAGS::get)
                .toArray(String[]::new);
    }
}
