package dev.sluice.contract.pact.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.pact.verify.ProviderHooks;
import dev.sluice.contract.pacts.PactOrigin;
import dev.sluice.contract.pacts.PactReport;
import dev.sluice.contract.pacts.PactRequest;
import dev.sluice.contract.pacts.PactSupport;
import dev.sluice.contract.pacts.PactVerdict;
import dev.sluice.contract.pacts.PactsUnavailableException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build finds as a service and asks. */
class PactSupportTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final String PACT = """
            {"consumer": {"name": "CONSUMER"}, "provider": {"name": "the shop"},
             "interactions": [{"type": "Asynchronous/Messages", "key": "1", "description": "an order <1>", "pending": false,
              "contents": {"content": {"id": 1}, "contentType": "application/json", "encoded": false}, "metadata": {}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}""";

    @TempDir
    private Path folder;

    private static List<PactVerdict> verdicts(PactOrigin origin, String message) {
        PactSupport support =
                PactSupport.find(PactSupportTest.class.getClassLoader()).orElseThrow();
        try (ProviderHooks hooks = ProviderHooks.start()) {
            hooks.message(
                    "an order <1>",
                    request -> new ProviderHooks.Provided(message, Map.of("contentType", "application/json")));
            return support.verify(new PactRequest(
                    "the shop", NOBODY, Optional.of(hooks.states()), Optional.of(hooks.messages()), origin));
        }
    }

    private PactOrigin files() throws Exception {
        Files.writeString(folder.resolve("a.json"), PACT.replace("CONSUMER", "a & b"));
        return new PactOrigin.Files(folder);
    }

    @Test
    void theFilesOfAFolderAreVerified() throws Exception {
        assertThat(verdicts(files(), "{\"id\": 1}"))
                .extracting(PactVerdict::outcome)
                .containsExactly("PASS");

        List<PactVerdict> broken = verdicts(files(), "{\"id\": 2}");
        assertThat(broken).extracting(PactVerdict::breaks).containsExactly(true);
        PactReport report = new PactReport("the shop", broken);
        assertThat(report.text()).contains("FAIL    an order <1>", "a & b (" + folder.resolve("a.json") + ")");
        assertThat(report.junit())
                .contains("tests=\"1\" failures=\"1\"", "name=\"an order &lt;1&gt;\"", "<failure message=\"");
        assertThat(report.html()).contains("<h2>a &amp; b</h2>", "<td class=\"FAIL\">FAIL<td>an order &lt;1&gt;");
    }

    @Test
    void aBrokerIsAskedBySelectorsAndWhatIsPendingDoesNotCount() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start()) {
            broker.add("kept", PACT.replace("CONSUMER", "kept"), true);
            PactOrigin origin = new PactOrigin.Broker(
                    broker.uri(),
                    Optional.of(new PactOrigin.Credentials(Optional.empty(), ScriptedBroker.TOKEN)),
                    List.of("mainBranch", "branch:next", "environment:live", "tag:v1"),
                    Optional.of("main"),
                    Optional.empty());

            List<PactVerdict> verdicts = verdicts(origin, "{\"id\": 2}");

            assertThat(verdicts).extracting(PactVerdict::outcome).containsExactly("PENDING");
            assertThat(verdicts).extracting(PactVerdict::breaks).containsExactly(false);
            assertThat(new PactReport("the shop", verdicts).junit()).contains("skipped=\"1\"", "message=\"pending: ");
            assertThat(JsonReader.read(broker.queries().get(0))).isEqualTo(JsonReader.read("""
                    {"consumerVersionSelectors": [{"mainBranch": true}, {"branch": "next"}, {"environment": "live"},
                      {"tag": "v1", "latest": true}],
                     "includePendingStatus": true, "providerVersionBranch": "main"}"""));
        }
    }

    @Test
    void whatIsNotToBeHadIsSaid() {
        assertThatThrownBy(() -> verdicts(new PactOrigin.Files(folder), ""))
                .isInstanceOf(PactsUnavailableException.class)
                .hasMessageContaining("no Pact file for the provider \"the shop\" in " + folder);
        PactOrigin unknown =
                new PactOrigin.Broker(NOBODY, Optional.empty(), List.of("newest"), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> verdicts(unknown, ""))
                .isInstanceOf(PactsUnavailableException.class)
                .hasMessageContaining("\"newest\" selects no consumer versions; there are mainBranch");
    }
}
