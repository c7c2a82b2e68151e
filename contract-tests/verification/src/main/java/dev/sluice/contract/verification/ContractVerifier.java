package dev.sluice.contract.verification;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.PactVerification;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Verifies a provider against a Pact file, one interaction after the other. */
public final class ContractVerifier {
    private final URI provider;
    private final URI stateChanges;

    /**
     * Makes a verifier.
     *
     * @param provider the provider's base URL
     * @param stateChanges where provider states are set up and torn down (Pact's state-change URL)
     */
    public ContractVerifier(URI provider, URI stateChanges) {
        this.provider = provider;
        this.stateChanges = stateChanges;
    }

    /**
     * The verdict on one interaction.
     *
     * @param failure what differs, or empty where the provider keeps the contract
     */
    public record Verdict(String interaction, String failure) {

        /** Whether the provider keeps this part of the contract. */
        public boolean holds() {
            return failure.isEmpty();
        }
    }

    /** Verifies every interaction of a Pact file, in the order of the file. */
    public List<Verdict> verify(Path pactFile) {
        Pact pact = DefaultPactReader.INSTANCE.loadPact(pactFile.toFile());
        ProviderInfo info = providerInfo(pact.getProvider().getName());
        ConsumerInfo consumer = new ConsumerInfo(pact.getConsumer().getName());
        ProviderClient client = new ProviderClient(info, new OnceOnlyHttpClients());
        List<Verdict> verdicts = new ArrayList<>();
        for (Interaction interaction : pact.getInteractions()) {
            ProviderVerifier verifier = new ProviderVerifier();
            verifier.setReporters(List.of());
            VerificationResult result =
                    verifier.verifyInteraction(info, consumer, new HashMap<>(), interaction, pact, null, client);
            String failure = result instanceof VerificationResult.Failed failed
                    ? String.join("\n", failed.getResultOutput())
                    : "";
            if (result instanceof VerificationResult.Failed failed && failure.isEmpty()) {
                failure = failed.getDescription() + " " + failed.getFailures();
            }
            verdicts.add(new Verdict(interaction.getDescription(), failure));
        }
        return verdicts;
    }

    private ProviderInfo providerInfo(String name) {
        ProviderInfo info = new ProviderInfo(name);
        info.setProtocol(provider.getScheme());
        info.setHost(provider.getHost());
        info.setPort(provider.getPort());
        info.setPath("/");
        info.setVerificationType(PactVerification.REQUEST_RESPONSE);
        info.setStateChangeTeardown(true);
        info.setStateChangeUsesBody(true);
        try {
            info.setStateChangeUrl(stateChanges.toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL: " + stateChanges, e);
        }
        return info;
    }
}
