package dev.sluice.contract.pact.verify;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.PactVerification;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import dev.sluice.contract.pact.file.PactInteraction;
import dev.sluice.contract.pact.file.PactJvm;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Verifies a running provider against the Pact files of its consumers. Each request is sent once. Immutable.
 *
 * <pre>{@code
 * List<InteractionResult> results = ProviderVerification.of("orders")
 *         .http(URI.create("http://127.0.0.1:8080"))
 *         .states(URI.create("http://127.0.0.1:8080/pact/states"))
 *         .from(new PactFolder(Path.of("target/pacts")))
 *         .verify();
 * }</pre>
 */
public final class ProviderVerification {
    private final String provider;
    private final Optional<URI> http;
    private final Optional<URI> states;
    private final Optional<URI> messages;
    private final Optional<PactSource> source;

    private ProviderVerification(
            String provider,
            Optional<URI> http,
            Optional<URI> states,
            Optional<URI> messages,
            Optional<PactSource> source) {
        this.provider = provider;
        this.http = http;
        this.states = states;
        this.messages = messages;
        this.source = source;
    }

    /** Verifies the provider of this name. */
    public static ProviderVerification of(String provider) {
        return new ProviderVerification(
                provider, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Where the provider is asked over HTTP. */
    public ProviderVerification http(URI base) {
        return new ProviderVerification(provider, Optional.of(base), states, messages, source);
    }

    /**
     * Where provider states are set up and torn down: POST {@code {state, params, action}} with the action {@code setup} before and
     * {@code teardown} after each interaction.
     */
    public ProviderVerification states(URI stateChanges) {
        return new ProviderVerification(provider, http, Optional.of(stateChanges), messages, source);
    }

    /** Where messages and calls are asked for: POST {@code {description, providerStates, request}}. */
    public ProviderVerification messages(URI messageHook) {
        return new ProviderVerification(provider, http, states, Optional.of(messageHook), source);
    }

    /** Where the hooks of a test are. */
    public ProviderVerification hooks(ProviderHooks hooks) {
        return states(hooks.states()).messages(hooks.messages());
    }

    /** Where the Pact files come from. */
    public ProviderVerification from(PactSource pacts) {
        return new ProviderVerification(provider, http, states, messages, Optional.of(pacts));
    }

    /** One interaction, not yet verified. */
    public record Check(SourcedPact pact, PactInteraction interaction, Supplier<InteractionResult> run) {}

    /**
     * The interactions of every file, by file, each verified when it is run.
     *
     * @throws dev.sluice.contract.pact.file.PactFileException if some files cannot be read
     * @throws PactSourceException if the source cannot be asked, or has none
     */
    public List<List<Check>> checks() {
        PactSource pacts = source.orElseThrow(() -> new IllegalStateException("say where the Pact files are: from(…)"));
        return pacts.load(provider).stream().map(this::checks).toList();
    }

    private List<Check> checks(SourcedPact pact) {
        Pact model = PactJvm.load(pact.file().text());
        List<PactInteraction> interactions = pact.file().interactions();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < interactions.size(); i++) {
            PactInteraction interaction = interactions.get(i);
            Interaction modelled = model.getInteractions().get(i);
            checks.add(new Check(
                    pact,
                    interaction,
                    () -> new InteractionResult(
                            pact.file(),
                            interaction.description(),
                            pact.pending(),
                            failure(pact, interaction, modelled, model))));
        }
        return checks;
    }

    /** Verifies every interaction, in the order of the files, and publishes what came of each file to its source. */
    public List<InteractionResult> verify() {
        List<InteractionResult> all = new ArrayList<>();
        for (List<Check> file : checks()) {
            List<InteractionResult> results =
                    file.stream().map(check -> check.run().get()).toList();
            if (!file.isEmpty()) {
                file.get(0).pact().sink().publish(results);
            }
            all.addAll(results);
        }
        return all;
    }

    private String failure(SourcedPact pact, PactInteraction interaction, Interaction modelled, Pact model) {
        boolean isHttp = interaction.type().equals("Synchronous/HTTP");
        if (isHttp && http.isEmpty()) {
            return "it is not said where the provider is asked over HTTP: http(…)";
        }
        if (!isHttp && messages.isEmpty()) {
            return "it is not said where messages are asked for: messages(…)";
        }
        if (!interaction.states().isEmpty() && states.isEmpty()) {
            return "it is not said where provider states are set up: states(…)";
        }
        ProviderInfo info = info(isHttp);
        ProviderVerifier verifier = new ProviderVerifier();
        verifier.setReporters(List.of());
        List<String> hookFailure = new ArrayList<>();
        messages.ifPresent(uri -> {
            MessageHook hook = new MessageHook(uri);
            verifier.setResponseFactory(description -> {
                try {
                    return hook.ask(interaction);
                } catch (IllegalStateException failed) {
                    hookFailure.add(String.valueOf(failed.getMessage()));
                    throw failed;
                }
            });
        });
        VerificationResult result = verifier.verifyInteraction(
                info,
                new ConsumerInfo(pact.file().consumer()),
                new HashMap<>(),
                modelled,
                model,
                null,
                new ProviderClient(info, new OnceOnlyHttpClients(states, hookFailure::add)));
        if (!(result instanceof VerificationResult.Failed failed)) {
            // A state that could not be left fails what it was brought about for: what comes after cannot be trusted.
            return String.join("\n", hookFailure);
        }
        return hookFailure.isEmpty() ? FailureText.of(failed) : String.join("\n", hookFailure);
    }

    private ProviderInfo info(boolean isHttp) {
        ProviderInfo info = new ProviderInfo(provider);
        http.ifPresent(base -> {
            info.setProtocol(base.getScheme());
            info.setHost(base.getHost());
            info.setPort(base.getPort() < 0 ? base.getScheme().equals("https") ? 443 : 80 : base.getPort());
            info.setPath(base.getPath().isEmpty() ? "/" : base.getPath());
        });
        info.setVerificationType(isHttp ? PactVerification.REQUEST_RESPONSE : PactVerification.RESPONSE_FACTORY);
        info.setStateChangeTeardown(true);
        info.setStateChangeUsesBody(true);
        states.ifPresent(uri -> {
            try {
                info.setStateChangeUrl(uri.toURL());
            } catch (MalformedURLException noUrl) {
                throw new IllegalArgumentException("not a URL: " + uri, noUrl);
            }
        });
        return info;
    }
}
