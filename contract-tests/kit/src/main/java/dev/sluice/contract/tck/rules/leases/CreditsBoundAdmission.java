package dev.sluice.contract.tck.rules.leases;

import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.List;
import java.util.Optional;

/** Rule 4.1: credits bound what is admitted under them. */
final class CreditsBoundAdmission implements Rule {
    private static final int CREDITS = 4;
    private static final int SURPLUS = 4;

    @Override
    public RuleText text() {
        return new RuleText(
                "4.1",
                RuleType.REQUIRED,
                "creditsBoundAdmission",
                "Under a lease of n credits at most n items MUST be admitted; refusals MUST NOT take credits.",
                "Of 8 submissions at once under a lease of 4 it accepts 4 and refuses the others with 429"
                        + " LEASE_EXHAUSTED, with slots to spare.");
    }

    @Override
    public Verdict check(Stage before) {
        LeaseDesk desk = LeaseDesk.open(before, CREDITS + SURPLUS, 60_000);
        Stage stage = desk.stage();
        for (int round = 1; round <= stage.profile().rounds(); round++) {
            LeaseDesk.Granted lease = desk.acquireAll("a", CREDITS);
            stage.sink().shut();
            List<Submission> submissions = stage.submitTogether(desk.items(CREDITS + SURPLUS, lease));
            submissions.forEach(submission -> Stage.reply("a submission under a lease", submission.exchange()));
            long accepted = LeaseDesk.accepted(submissions);
            if (accepted != CREDITS) {
                return Verdict.fail("round " + round + ": " + accepted + " of " + submissions.size()
                        + " submissions at once were accepted under a lease of " + CREDITS + " credits, with "
                        + stage.limits().limit() + " slots free");
            }
            Optional<String> wrong = submissions.stream()
                    .filter(submission -> !submission.accepted())
                    .flatMap(submission -> submission.notRefusedWith(RefusalReason.LEASE_EXHAUSTED).stream())
                    .findFirst();
            if (wrong.isPresent()) {
                return Verdict.fail("beyond its credits a submission " + wrong.get());
            }
            stage.settle();
        }
        desk.giveBack("a");
        return Verdict.pass();
    }
}
