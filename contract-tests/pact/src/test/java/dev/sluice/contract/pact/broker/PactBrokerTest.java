package dev.sluice.contract.pact.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.support.Result;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.pact.verify.ContractTests;
import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.pact.verify.PactSourceException;
import dev.sluice.contract.pact.verify.ProviderHooks;
import dev.sluice.contract.pact.verify.ProviderVerification;
import dev.sluice.contract.pact.verify.SourcedPact;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PactBrokerTest {
    private static final String PACT = """
            {"consumer": {"name": "CONSUMER"}, "provider": {"name": "the shop"},
             "interactions": [{"type": "Asynchronous/Messages", "key": "1", "description": "an order", "pending": false,
              "contents": {"content": {"id": 1}, "contentType": "application/json", "encoded": false}, "metadata": {}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}""";

    private static ScriptedBroker broker() throws IOException {
        ScriptedBroker broker = ScriptedBroker.start();
        broker.add("kept", PACT.replace("CONSUMER", "kept"), false);
        broker.add("new", PACT.replace("CONSUMER", "new").replace("\"id\": 1", "\"id\": 2"), true);
        return broker;
    }

    private static PactBroker source(ScriptedBroker broker) {
        return PactBroker.at(broker.uri())
                .token(ScriptedBroker.TOKEN)
                .select(
                        ConsumerVersionSelector.mainBranch(),
                        ConsumerVersionSelector.branch("next").of("kept"))
                .pending("main");
    }

    @Test
    void thePactsForVerificationAreFetchedBySelectors() throws Exception {
        try (ScriptedBroker broker = broker()) {
            List<SourcedPact> pacts = source(broker).load("the shop");

            assertThat(pacts).extracting(pact -> pact.file().consumer()).containsExactly("kept", "new");
            assertThat(pacts).extracting(SourcedPact::pending).containsExactly(false, true);
            assertThat(pacts.get(0).notices()).containsExactly("The pact of kept is the latest from main");
            assertThat(JsonReader.read(broker.queries().get(0))).isEqualTo(JsonReader.read("""
                            {"consumerVersionSelectors": [{"mainBranch": true}, {"branch": "next", "consumer": "kept"}],
                             "includePendingStatus": true, "providerVersionBranch": "main"}"""));
        }
    }

    @Test
    void pactJvmsOwnClientFindsTheSame() throws Exception {
        try (ScriptedBroker broker = broker()) {
            PactBrokerClient peer = new PactBrokerClient(
                    broker.uri().toString(),
                    Map.of("authentication", List.of("bearer", ScriptedBroker.TOKEN)),
                    new PactBrokerClientConfig());

            Result<List<PactBrokerResult>, Exception> found = peer.fetchConsumersWithSelectorsV2(
                    "the shop",
                    List.of(
                            ConsumerVersionSelectors.MainBranch.INSTANCE,
                            new ConsumerVersionSelectors.Branch("next", "kept", null)),
                    List.of(),
                    "main",
                    true,
                    "");

            assertThat(found).isInstanceOf(Result.Ok.class);
            List<PactBrokerResult> theirs = new ArrayList<>();
            for (Object one : (List<?>) ((Result.Ok<?>) found).getValue()) {
                theirs.add((PactBrokerResult) one);
            }
            List<SourcedPact> ours = source(broker).load("the shop");
            assertThat(theirs)
                    .extracting(PactBrokerResult::getPending)
                    .containsExactlyElementsOf(
                            ours.stream().map(SourcedPact::pending).toList());
            assertThat(theirs)
                    .extracting(PactBrokerResult::getSource)
                    .containsExactlyElementsOf(
                            ours.stream().map(pact -> pact.file().name()).toList());
        }
    }

    @Test
    void aPendingPactMayFailAndResultsArePublished() throws Exception {
        try (ScriptedBroker broker = broker();
                ProviderHooks hooks = ProviderHooks.start()) {
            hooks.message("an order", request -> new ProviderHooks.Provided("{\"id\": 1}", Map.of()));
            ProviderVerification verification = ProviderVerification.of("the shop")
                    .hooks(hooks)
                    .from(source(broker).publishAs("1.2.3"));

            List<InteractionResult> results = verification.verify();
            assertThat(results).extracting(InteractionResult::holds).containsExactly(true, false);
            assertThat(broker.published()).hasSize(2);
            assertThat(broker.published().get(0))
                    .contains("\"success\":true", "\"providerApplicationVersion\":\"1.2.3\"");
            assertThat(broker.published().get(1)).contains("\"success\":false", "an order");

            List<DynamicTest> tests = ContractTests.of(verification)
                    .flatMap(container -> container.getChildren())
                    .map(DynamicTest.class::cast)
                    .toList();
            assertThat(tests).hasSize(2);
            assertThatThrownBy(() -> tests.get(1).getExecutable().execute())
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("pending");
        }
    }

    @Test
    void wrongCredentialsAreSaidWithoutTheToken() throws Exception {
        try (ScriptedBroker broker = broker()) {
            assertThatThrownBy(() ->
                            PactBroker.at(broker.uri()).token("wrong-token").load("the shop"))
                    .isInstanceOf(PactSourceException.class)
                    .hasMessageContaining("refuses the credentials")
                    .hasMessageNotContainingAny("wrong-token");
        }
    }

    @Test
    void aBrokerThatIsNotThereOrNoBrokerIsSaid() throws Exception {
        assertThatThrownBy(() -> PactBroker.at(URI.create("http://127.0.0.1:1")).load("the shop"))
                .isInstanceOf(PactSourceException.class)
                .hasMessageContaining("cannot be asked");
        try (ProviderHooks noBroker = ProviderHooks.start()) {
            assertThatThrownBy(() -> PactBroker.at(noBroker.states()).load("the shop"))
                    .isInstanceOf(PactSourceException.class);
        }
    }

    @Test
    void aCorruptPactOfABrokerIsNamedByItsAddress() throws Exception {
        try (ScriptedBroker broker = broker()) {
            broker.add("broken", "{\"consumer\": }", false);

            assertThatThrownBy(() -> source(broker).load("the shop"))
                    .hasMessageContaining("consumer/broken")
                    .hasMessageContaining("not JSON");
        }
    }
}
