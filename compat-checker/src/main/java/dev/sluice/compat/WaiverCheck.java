package dev.sluice.compat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.Waiver;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.finding.WaivedFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the findings out that somebody answers for. */
final class WaiverCheck {
    private final Map<String, Waiver> waivers = new HashMap<>();
    private final Set<Waiver> used = new HashSet<>();
    private final List<Finding> remaining = new ArrayList<>();
    private final List<WaivedFinding> waived = new ArrayList<>();

    private WaiverCheck() {}

    /** Divides findings into those that count and those that are waived, and remarks on waivers without a finding. */
    static Verdict apply(List<Finding> findings, CheckPlan plan) throws UnknownRuleException {
        Configuration configuration = plan.configuration();
        WaiverCheck check = new WaiverCheck();
        for (Waiver waiver : configuration.waivers()) {
            check.waivers.put(waiver.fingerprint() + waiver.rule().orElse(""), waiver);
        }
        for (Finding finding : findings) {
            check.judge(finding, plan.today());
        }
        List<Notice> notices = new ArrayList<>(plan.notices());
        for (Waiver waiver : configuration.waivers()) {
            if (!check.used.contains(waiver)) {
                notices.add(new Notice(Severity.WARNING, waiver.place(), unused(waiver, findings)));
            }
        }
        notices.sort(WaiverCheck::inOrderOfPlace);
        return new Verdict(check.remaining, check.waived, notices);
    }

    private static int inOrderOfPlace(Notice left, Notice right) {
        int byLine = Integer.compare(left.place().line(), right.place().line());
        return byLine != 0
                ? byLine
                : Integer.compare(left.place().column(), right.place().column());
    }

    private void judge(Finding finding, LocalDate today) {
        Waiver named = waivers.get(finding.fingerprint() + finding.rule());
        Waiver waiver = named == null ? waivers.get(finding.fingerprint()) : named;
        if (waiver == null) {
            remaining.add(finding);
            return;
        }
        used.add(waiver);
        if (waiver.hasExpired(today)) {
            remaining.add(finding.withMessage(
                    finding.message() + " The waiver of " + waiver.owner() + " expired on " + waiver.expires() + "."));
        } else {
            waived.add(new WaivedFinding(finding, waiver.reason(), waiver.owner(), waiver.expires()));
        }
    }

    private static String unused(Waiver waiver, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.fingerprint().equals(waiver.fingerprint())) {
                return "this waiver of " + waiver.owner() + " matches nothing: the finding with its fingerprint is of "
                        + finding.rule()
                        + waiver.rule().map(rule -> ", not of " + rule).orElse("");
            }
        }
        return "this waiver of " + waiver.owner() + " matches nothing; remove it";
    }
}
