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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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
    void theJunitReportIsXmlWithACaseForEachRule() throws Exception {
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 3, Fault.RETRY_AFTER_ZERO)) {
            Report report = run(scripted, RuleFilter.only("3.1", "3.2", "8.5"), RunListener.SILENT);
            Element root = xml(JunitReport.write(List.of(report))).getDocumentElement();
            Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
            assertThat(suite.getAttribute("tests")).isEqualTo("3");
            assertThat(suite.getAttribute("failures")).isEqualTo("1");
            assertThat(suite.getAttribute("skipped")).isEqualTo("1");
            Element failure = (Element) root.getElementsByTagName("failure").item(0);
            assertThat(failure.getAttribute("message")).contains("Retry-After is 0, below 1");
            assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("required_3_2_retryAfter");
            assertThat(failure.getTextContent()).contains("seed 11").contains("correct:");
        }
    }

    @Test
    void theHtmlReportHasTheTableAndAPlotOfWhatFailed() throws Exception {
        try (ScriptedProvider scripted = ScriptedProvider.start(2, 3, Fault.OFF_BY_ONE_BOUND)) {
            Report report = run(scripted, RuleFilter.only("1.1", "2.3"), RunListener.SILENT);
            String html = HtmlReport.write(List.of(report, report));
            assertThat(html)
                    .startsWith("<!doctype html>")
                    .contains("does not conform")
                    .contains("1 of 10 submissions were accepted")
                    .contains("<svg viewBox")
                    .doesNotContain("<script")
                    .doesNotContain("http://www")
                    .doesNotContain("https://");
        }
    }

    @Test
    void whatAPeerSaysIsNoMarkup() {
        Report report = new Report(1, "<b>&\"\u0001", 0, List.of());
        assertThat(HtmlReport.write(List.of(report))).contains("&lt;b&gt;&amp;&quot;\ufffd");
        assertThat(JunitReport.write(List.of(report))).contains("name=\"&lt;b&gt;&amp;&quot;\ufffd\"");
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
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
