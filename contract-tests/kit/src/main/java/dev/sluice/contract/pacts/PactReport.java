package dev.sluice.contract.pacts;

import dev.sluice.contract.tck.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes verdicts on Pact files as text, as JUnit XML and as a page. */
public final class PactReport {
    private final String provider;
    private final List<PactVerdict> verdicts;

    /** A report of these verdicts on a provider. */
    public PactReport(String provider, List<PactVerdict> verdicts) {
        this.provider = provider;
        this.verdicts = List.copyOf(verdicts);
    }

    /** For people: a line for each interaction, and below it what differs. */
    public String text() {
        StringBuilder out = new StringBuilder("provider ").append(provider).append('\n');
        byFile().forEach((file, some) -> {
            out.append(some.get(0).consumer()).append(" (").append(file).append(")\n");
            for (PactVerdict verdict : some) {
                out.append(String.format("  %-7s %s%n", verdict.outcome(), verdict.description()));
                verdict.failure()
                        .lines()
                        .forEach(line -> out.append("            ").append(line).append('\n'));
            }
        });
        return out.toString();
    }

    /** For whatever shows test results: a suite for each file. A failure that does not count is skipped. */
    public String junit() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        byFile().forEach((file, some) -> {
            long failures = some.stream().filter(PactVerdict::breaks).count();
            long skipped =
                    some.stream().filter(one -> !one.holds() && one.pending()).count();
            out.append("  <testsuite name=\"").append(Markup.escape(some.get(0).consumer() + " (" + file + ")"));
            out.append(String.format(
                    "\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">%n", some.size(), failures, skipped));
            some.forEach(verdict -> testCase(verdict, out));
            out.append("  </testsuite>\n");
        });
        return out.append("</testsuites>\n").toString();
    }

    private void testCase(PactVerdict verdict, StringBuilder out) {
        out.append("    <testcase classname=\"pact.").append(Markup.escape(verdict.consumer()));
        out.append("\" name=\"").append(Markup.escape(verdict.description())).append('"');
        if (verdict.holds()) {
            out.append("/>\n");
            return;
        }
        String failure = Markup.escape(verdict.failure());
        String message = failure.lines().findFirst().orElse("");
        out.append(">\n      ");
        if (verdict.pending()) {
            out.append("<skipped message=\"pending: ").append(message).append("\"/>\n");
        } else {
            out.append("<failure message=\"").append(message).append("\">");
            out.append(failure).append("</failure>\n");
        }
        out.append("    </testcase>\n");
    }

    /** A page that needs nothing else. */
    public String html() {
        StringBuilder out = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
        out.append("<title>Pact contracts</title>\n<style>")
                .append(":root { color-scheme: light dark; } ")
                .append(
                        "body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; } ")
                .append("table { border-collapse: collapse; width: 100%; } ")
                .append(
                        "th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8884; vertical-align: top; } ")
                .append(".PASS { color: #1a7f37; } .FAIL { color: #c62828; } .PENDING { color: #b26a00; } ")
                .append("pre { white-space: pre-wrap; margin: 0; }")
                .append("</style></head><body>\n<h1>Pact contracts of ")
                .append(Markup.escape(provider))
                .append("</h1>\n");
        byFile().forEach((file, some) -> {
            out.append("<h2>").append(Markup.escape(some.get(0).consumer())).append("</h2>\n<p>");
            out.append(Markup.escape(file)).append("</p>\n<table>\n");
            for (PactVerdict verdict : some) {
                out.append("<tr><td class=\"").append(verdict.outcome()).append("\">");
                out.append(verdict.outcome()).append("<td>").append(Markup.escape(verdict.description()));
                out.append("<td><pre>").append(Markup.escape(verdict.failure())).append("</pre></tr>\n");
            }
            out.append("</table>\n");
        });
        return out.append("</body></html>\n").toString();
    }

    private Map<String, List<PactVerdict>> byFile() {
        Map<String, List<PactVerdict>> files = new LinkedHashMap<>();
        for (PactVerdict verdict : verdicts) {
            files.computeIfAbsent(
                    verdict.file(),
                    file -> verdicts.stream()
                            .filter(one -> one.file().equals(file))
                            .toList());
        }
        return files;
    }
}
