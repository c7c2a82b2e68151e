package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.tck.scripted.Fault;
import dev.sluice.contract.tck.scripted.ScriptedProvider;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
    @Test
    void whereNobodyListensNothingIsKnown() throws IOException {
        URI nobody;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = URI.create("http://127.0.0.1:" + server.getLocalPort());
        }
        Report report = Tck.run(new Provider(nobody), RuleFilter.all(), Profile.standard(), 1, RunListener.SILENT);
        assertThat(report.with(Verdict.Outcome.INCONCLUSIVE)).hasSameSizeAs(report.results());
        assertThat(report.results().get(0).verdict().reason()).startsWith("GET /v1/policy: not sent: no connection");
        assertThat(report.conforms()).isFalse();
    }

    @Test
    void aRunWithoutRulesDoesNotConform() {
        try (ScriptedProvider scripted = ScriptedProvider.start(1, 0, Fault.NONE)) {
            assertThat(run(scripted, RuleFilter.only("99"), RunListener.SILENT).conforms())
                    .isFalse();
        }
    }

    @Test
    void theJsonReportSaysWhatTheTextReportSays() throws JsonSyntaxException {
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 3, Fault.RETRY_AFTER_ZERO)) {
            Report report = run(scripted, RuleFilter.only("3.1", "3.2"), RunListener.SILENT);
            Json.Obj json = (Json.Obj) JsonReader.read(JsonReport.write(report));
            assertThat(json.get("conforms")).contains(new Json.Bool(false));
            assertThat(json.whole("seed")).contains(11L);
            Json.Obj result = (Json.Obj)
                    ((Json.Arr) json.get("results").orElseThrow()).values().get(1);
            assertThat(result.text("outcome")).contains("FAIL");
            assertThat(result.text("reason")).contains("Retry-After is 0, below 1");
            assertThat(TextReport.write(report))
                    .contains("seed 11")
                    .contains("PASS         required_3_1_refusalForm")
                    .contains("FAIL         required_3_2_retryAfter")
                    .contains("found:    Retry-After is 0, below 1")
                    .contains("does not conform");
        }
    }

    @Test
    void aListenerHearsEveryRuleBeginAndEnd() {
        List<String> heard = new ArrayList<>();
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 3, Fault.NONE)) {
            run(scripted, RuleFilter.only("3.1"), new RunListener() {
                @Override
                public void started(RuleText rule) {
                    heard.add("started " + rule.id());
                }

                @Override
                public void finished(RuleResult result) {
                    heard.add("finished " + result.rule().id() + " "
                            + result.verdict().outcome());
                }
            });
        }
        assertThat(heard).containsExactly("started 3.1", "finished 3.1 PASS");
    }

    private static Report run(ScriptedProvider scripted, RuleFilter filter, RunListener listener) {
        return Tck.run(scripted.provider(), filter, Profile.standard(), 11, listener);
    }
}
