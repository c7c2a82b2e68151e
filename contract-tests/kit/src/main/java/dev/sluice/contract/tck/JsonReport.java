package dev.sluice.contract.tck;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes a report for programs. */
public final class JsonReport {
    private JsonReport() {}

    /** The report as one JSON object; {@code seed} is a string, as 64-bit integers are. */
    public static String write(Report report) {
        List<Json> results = report.results().stream().map(JsonReport::result).toList();
        return JsonWriter.write(Json.object()
                .with("peer", Json.of(report.peer()))
                .with("seed", Json.of(Long.toString(report.seed())))
                .with("seconds", seconds(report.seconds()))
                .with("conforms", Json.of(report.conforms()))
                .with("results", new Json.Arr(results)));
    }

    private static Json result(RuleResult result) {
        return Json.object()
                .with("rule", Json.of(result.rule().id()))
                .with("type", Json.of(result.rule().type().name()))
                .with("name", Json.of(result.rule().testName()))
                .with("statement", Json.of(result.rule().statement()))
                .with("outcome", Json.of(result.verdict().outcome().name()))
                .with("reason", Json.of(result.verdict().reason()))
                .with("correct", Json.of(result.rule().correct()))
                .with("seconds", seconds(result.seconds()))
                .with(
                        "timeline",
                        new Json.Arr(result.timeline().stream().map(Json::of).toList()));
    }

    private static Json seconds(double seconds) {
        return new Json.Num(BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP));
    }
}
