package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Place;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.finding.WaivedFinding;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Verdicts to report. */
final class Samples {
    static final Finding CHANGED = finding("FIELD_SAME_TYPE", Severity.ERROR, "shop/order.proto", "field 3 changed");

    /** A finding whose texts try to be more than text. */
    static final Finding NASTY = finding(
            "FILE_SAME_GO_PACKAGE",
            Severity.WARNING,
            "a b/ä,:%]]><.proto",
            "\"x\u001b[31m\n::error::<script>&\u0000|@all `a` ]]> \uD800\u202e%0A");

    static final Finding DELETED = new Finding(
            "FILE_NO_DELETE", Severity.ERROR, null, "gone.proto", Position.START, "it was deleted", "fedcba9876543210");

    /** Everything that a verdict can have. */
    static final Verdict FULL = new Verdict(
            List.of(DELETED, CHANGED, NASTY),
            List.of(new WaivedFinding(
                    finding("RPC_NO_DELETE", Severity.ERROR, "shop/order.proto", "rpc \"Get\" was deleted"),
                    "nobody <calls> it | \"ever\"",
                    "payments",
                    LocalDate.of(2027, 3, 31))),
            List.of(
                    new Notice(Severity.WARNING, new Place("sluice.yaml", 3, 5), "this waiver matches nothing"),
                    new Notice(Severity.WARNING, new Place("sluice.yaml", 0, 0), "no rule is left")));

    static final Verdict CLEAN = new Verdict(List.of());

    private Samples() {}

    static Finding finding(String rule, Severity severity, String path, String message) {
        return new Finding(
                rule, severity, path, path, new Position(14, 3, 14, 8), message, "0123456789abcdef", List.of(4, 0));
    }

    static String report(Reporter reporter, Verdict verdict) throws IOException {
        StringBuilder out = new StringBuilder();
        reporter.write(verdict, out);
        return out.toString();
    }
}
