package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes reports as one HTML page that needs nothing else: a table of rules by peer, and what was sent and seen where a rule did not pass. */
public final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --pass: #1a7f37; --fail: #c62828; --skip: #777; --open: #b26a00; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
            td.id, td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
            td.outcome { white-space: nowrap; font-weight: 600; }
            .PASS { color: var(--pass); } .FAIL { color: var(--fail); } .SKIP { color: var(--skip); } .INCONCLUSIVE { color: var(--open); }
            .muted { color: var(--skip); font-weight: 400; }
            pre { overflow-x: auto; background: #8881; padding: .75rem; border-radius: 6px; font-size: 13px; max-height: 28rem; }
            dl { display: grid; grid-template-columns: 6rem 1fr; gap: .25rem 1rem; } dt { color: var(--skip); } dd { margin: 0; }
            dd, h2 { overflow-wrap: anywhere; }
            .plot { overflow-x: auto; } svg { width: 100%; height: auto; min-width: 38rem; max-width: 60rem; }
            @media (prefers-color-scheme: dark) {
              :root { --pass: #3fb950; --fail: #ff7b72; --skip: #999; --open: #d29922; }
            }
            @media (max-width: 48rem) {
              tr.head, td:empty { display: none; }
              tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); }
              td { display: block; padding: 0; border: 0; overflow-wrap: anywhere; }
              td[data-label]::before { content: attr(data-label) " "; color: var(--skip); font-weight: 400; }
              td.outcome { white-space: normal; }
              dl { display: block; } dd { margin: 0 0 .5rem; }
            }
            """;

    private static final Map<Verdict.Outcome, String> OUTCOMES = outcomes();

    private HtmlReport() {}

    private static Map<Verdict.Outcome, String> outcomes() {
        Map<Verdict.Outcome, String> labels = new LinkedHashMap<>();
        labels.put(Verdict.Outcome.PASS, "passed");
        labels.put(Verdict.Outcome.FAIL, "failed");
        labels.put(Verdict.Outcome.INCONCLUSIVE, "open");
        labels.put(Verdict.Outcome.SKIP, "skipped");
        return labels;
    }

    /** The reports as one page. */
    public static String write(List<Report> reports) {
        StringBuilder out = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>Backpressure contract</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n");
        out.append("<h1>Backpressure contract</h1>\n");
        summary(reports, out);
        table(reports, out);
        for (Report report : reports) {
            for (RuleResult result : report.results()) {
                boolean quiet = result.verdict().outcome() == Verdict.Outcome.PASS
                        || result.verdict().outcome() == Verdict.Outcome.SKIP;
                if (!quiet) {
                    section(report, result, out);
                }
            }
        }
        return out.append("</body></html>\n").toString();
    }

    private static void summary(List<Report> reports, StringBuilder out) {
        out.append("<table>\n<tr class=\"head\"><th>peer<th>verdict");
        OUTCOMES.values().forEach(label -> out.append("<th>").append(label));
        out.append("<th>seconds<th>seed</tr>\n");
        for (Report report : reports) {
            String verdict = report.conforms() ? "PASS" : "FAIL";
            out.append("<tr><td>").append(Markup.escape(report.peer()));
            out.append("<td class=\"outcome ").append(verdict).append("\">");
            out.append(report.conforms() ? "conforms" : "does not conform");
            OUTCOMES.forEach((outcome, label) -> out.append("<td data-label=\"")
                    .append(label)
                    .append("\">")
                    .append(report.with(outcome).size()));
            out.append(String.format(
                    Locale.ROOT,
                    "<td data-label=\"seconds\">%.1f<td data-label=\"seed\">%d</tr>%n",
                    report.seconds(),
                    report.seed()));
        }
        out.append("</table>\n");
    }

    private static void table(List<Report> reports, StringBuilder out) {
        Map<String, RuleText> rules = new LinkedHashMap<>();
        reports.forEach(report -> report.results()
                .forEach(result -> rules.putIfAbsent(result.rule().testName(), result.rule())));
        out.append("<h2>Rules</h2>\n<table>\n<tr class=\"head\"><th>rule<th>statement");
        reports.forEach(report -> out.append("<th>").append(Markup.escape(report.peer())));
        out.append("</tr>\n");
        rules.forEach((name, rule) -> {
            out.append("<tr><td class=\"id\">").append(rule.id());
            out.append(" <span class=\"muted\">")
                    .append(rule.type().name().toLowerCase(Locale.ROOT))
                    .append("</span>");
            out.append("<td>").append(Markup.escape(rule.statement()));
            reports.forEach(report -> cell(report, find(report, name), out));
            out.append("</td></tr>\n");
        });
        out.append("</table>\n");
    }

    private static Optional<RuleResult> find(Report report, String name) {
        return report.results().stream()
                .filter(result -> result.rule().testName().equals(name))
                .findFirst();
    }

    private static void cell(Report report, Optional<RuleResult> result, StringBuilder out) {
        if (result.isEmpty()) {
            out.append("<td>");
            return;
        }
        Verdict verdict = result.get().verdict();
        out.append("<td data-label=\"").append(Markup.escape(report.peer()));
        out.append("\" class=\"outcome ").append(verdict.outcome()).append("\" title=\"");
        out.append(Markup.escape(verdict.reason())).append("\">").append(verdict.outcome());
        out.append(String.format(
                Locale.ROOT,
                " <span class=\"muted\">%.1f s</span>",
                result.get().seconds()));
        if (verdict.outcome() == Verdict.Outcome.SKIP) {
            out.append("<br><span class=\"muted\" style=\"white-space: normal\">")
                    .append(Markup.escape(verdict.reason()))
                    .append("</span>");
        }
    }

    private static void section(Report report, RuleResult result, StringBuilder out) {
        out.append("<h2>")
                .append(result.rule().id())
                .append(" <span class=\"")
                .append(result.verdict().outcome());
        out.append("\">").append(result.verdict().outcome()).append("</span> <span class=\"muted\">");
        out.append(Markup.escape(report.peer())).append("</span></h2>\n<dl>");
        out.append("<dt>rule<dd>").append(Markup.escape(result.rule().statement()));
        out.append("<dt>found<dd>").append(Markup.escape(result.verdict().reason()));
        out.append("<dt>correct<dd>").append(Markup.escape(result.rule().correct()));
        out.append("<dt>test<dd>")
                .append(result.rule().testName())
                .append(", seed ")
                .append(report.seed())
                .append("</dl>\n");
        out.append("<div class=\"plot\">")
                .append(DepthPlot.svg(result.depths()))
                .append("</div>\n");
        out.append("<pre>");
        result.timeline().forEach(entry -> out.append(Markup.escape(entry)).append('\n'));
        out.append("</pre>\n");
    }
}
