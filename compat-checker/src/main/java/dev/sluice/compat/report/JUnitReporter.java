package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.finding.WaivedFinding;
import java.io.IOException;

/**
 * Writes JUnit XML: a test case a finding, which an error fails and a waiver skips; one case that passes where there is
 * nothing.
 */
public final class JUnitReporter implements Reporter {
    private final PathNames paths;

    public JUnitReporter(PathNames paths) {
        this.paths = paths;
    }

    @Override
    public void write(Verdict verdict, Appendable out) throws IOException {
        int failures = 0;
        for (Finding finding : verdict.findings()) {
            failures += finding.severity() == Severity.ERROR ? 1 : 0;
        }
        int skipped = verdict.waived().size();
        int tests = Math.max(1, verdict.findings().size() + skipped);
        String counts =
                "tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"" + skipped + "\"";
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ")
                .append(counts)
                .append(">\n  <testsuite name=\"")
                .append(verdict.concern().command())
                .append("\" ")
                .append(counts)
                .append(">\n");
        if (verdict.findings().isEmpty() && skipped == 0) {
            out.append("    <testcase classname=\"")
                    .append(verdict.concern().command())
                    .append("\" name=\"")
                    .append(Summary.of(verdict))
                    .append("\"/>\n");
        }
        for (Finding finding : verdict.findings()) {
            start(finding, out);
            String tag = finding.severity() == Severity.ERROR ? "failure" : "system-out";
            String attributes = tag.equals("failure")
                    ? " type=\"" + finding.rule() + "\" message=\"" + XmlText.of(finding.message()) + "\""
                    : "";
            out.append("      <" + tag + attributes + ">")
                    .append(XmlText.of(line(finding)))
                    .append("</" + tag + ">\n    </testcase>\n");
        }
        for (WaivedFinding waived : verdict.waived()) {
            start(waived.finding(), out);
            String why = "waived by " + waived.owner() + " until " + waived.expires() + ": " + waived.reason();
            out.append("      <skipped message=\"").append(XmlText.of(why)).append("\"/>\n    </testcase>\n");
        }
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private void start(Finding finding, Appendable out) throws IOException {
        out.append("    <testcase classname=\"")
                .append(XmlText.of(paths.shown(finding)))
                .append("\" name=\"")
                .append(finding.rule())
                .append(" at ")
                .append(finding.position().startLine() + ":"
                        + finding.position().startColumn())
                .append(" (")
                .append(finding.fingerprint())
                .append(")\">\n");
    }

    private String line(Finding finding) {
        return paths.shown(finding) + ":" + finding.position().startLine() + ":"
                + finding.position().startColumn() + ": " + finding.severity().word() + " " + finding.rule() + ": "
                + finding.message();
    }
}
