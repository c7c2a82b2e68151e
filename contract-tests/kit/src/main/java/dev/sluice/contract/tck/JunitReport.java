package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.RuleType;
import java.util.List;
import java.util.Locale;

/** Writes reports as JUnit XML: a suite for each peer, a case for each rule. */
public final class JunitReport {
    private JunitReport() {}

    /** The reports as one document. An inconclusive required rule is an error, one of another type is skipped. */
    public static String write(List<Report> reports) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        reports.forEach(report -> suite(report, out));
        return out.append("</testsuites>\n").toString();
    }

    private static void suite(Report report, StringBuilder out) {
        long failures = count(report, "failure");
        long errors = count(report, "error");
        long skipped = count(report, "skipped");
        out.append(String.format(
                Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%.3f\">%n",
                Markup.escape(report.peer()),
                report.results().size(),
                failures,
                errors,
                skipped,
                report.seconds()));
        out.append("    <properties><property name=\"seed\" value=\"")
                .append(report.seed())
                .append("\"/></properties>\n");
        report.results().forEach(result -> testCase(report, result, out));
        out.append("  </testsuite>\n");
    }

    private static void testCase(Report report, RuleResult result, StringBuilder out) {
        out.append(String.format(
                Locale.ROOT,
                "    <testcase classname=\"backpressure.chapter%s\" name=\"%s\" time=\"%.3f\"",
                result.rule().id().replaceFirst("\\..*", ""),
                result.rule().testName(),
                result.seconds()));
        String element = element(result);
        if (element.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append(">\n      <")
                .append(element)
                .append(" message=\"")
                .append(Markup.escape(result.verdict().reason()));
        if (element.equals("skipped")) {
            out.append("\"/>\n");
        } else {
            out.append("\">").append(Markup.escape(TextReport.explain(result) + "  seed " + report.seed()));
            out.append("</").append(element).append(">\n");
        }
        out.append("    </testcase>\n");
    }

    private static long count(Report report, String element) {
        return report.results().stream()
                .filter(result -> element(result).equals(element))
                .count();
    }

    private static String element(RuleResult result) {
        return switch (result.verdict().outcome()) {
            case PASS -> "";
            case FAIL -> "failure";
            case SKIP -> "skipped";
            case INCONCLUSIVE -> result.rule().type() == RuleType.REQUIRED ? "error" : "skipped";
        };
    }
}
