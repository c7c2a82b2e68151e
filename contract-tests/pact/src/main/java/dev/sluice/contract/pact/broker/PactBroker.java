package dev.sluice.contract.pact.broker;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.file.PactFileException;
import dev.sluice.contract.pact.file.PactProblem;
import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.pact.verify.PactSource;
import dev.sluice.contract.pact.verify.PactSourceException;
import dev.sluice.contract.pact.verify.SourcedPact;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Pact Broker as the source of Pact files: those for verification, by consumer version selectors, pending ones marked. Immutable.
 *
 * <pre>{@code
 * PactBroker broker = PactBroker.at(URI.create("https://broker.example.com"))
 *         .token(System.getenv("PACT_BROKER_TOKEN"))
 *         .select(ConsumerVersionSelector.mainBranch(), ConsumerVersionSelector.deployedOrReleased())
 *         .pending("main");
 * }</pre>
 */
public final class PactBroker implements PactSource {
    private final URI base;
    private final Optional<String> authorization;
    private final List<ConsumerVersionSelector> selectors;
    private final Optional<String> providerBranch;
    private final boolean pending;
    private final Optional<String> publishAs;

    private PactBroker(
            URI base,
            Optional<String> authorization,
            List<ConsumerVersionSelector> selectors,
            Optional<String> providerBranch,
            boolean pending,
            Optional<String> publishAs) {
        this.base = base;
        this.authorization = authorization;
        this.selectors = List.copyOf(selectors);
        this.providerBranch = providerBranch;
        this.pending = pending;
        this.publishAs = publishAs;
    }

    /** The broker whose index resource is here. Without selectors it decides itself which versions count. */
    public static PactBroker at(URI index) {
        if (index.getScheme() == null || index.getHost() == null) {
            throw new IllegalArgumentException("no address of a Pact Broker: " + index);
        }
        URI base = index.toString().endsWith("/") ? index : URI.create(index + "/");
        return new PactBroker(base, Optional.empty(), List.of(), Optional.empty(), false, Optional.empty());
    }

    /** With a bearer token. */
    public PactBroker token(String token) {
        return new PactBroker(base, Optional.of("Bearer " + token), selectors, providerBranch, pending, publishAs);
    }

    /** With a user's name and password. */
    public PactBroker user(String name, String password) {
        String encoded = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new PactBroker(base, Optional.of("Basic " + encoded), selectors, providerBranch, pending, publishAs);
    }

    /** The consumer versions that any of these selects. */
    public PactBroker select(ConsumerVersionSelector... selected) {
        return new PactBroker(base, authorization, List.of(selected), providerBranch, pending, publishAs);
    }

    /** Pact files that the provider has never kept on this branch of its own are pending: they may fail. */
    public PactBroker pending(String branch) {
        return new PactBroker(base, authorization, selectors, Optional.of(branch), true, publishAs);
    }

    /** Tells the broker what came of each verification, as that of this version of the provider. */
    public PactBroker publishAs(String providerVersion) {
        return new PactBroker(base, authorization, selectors, providerBranch, pending, Optional.of(providerVersion));
    }

    @Override
    public List<SourcedPact> load(String provider) {
        HalClient client = new HalClient(base, authorization);
        Json.Obj index = client.get(base);
        URI forVerification = HalClient.link(
                        index, base, "pb:provider-pacts-for-verification", Map.of("provider", provider))
                .orElseThrow(() -> new PactSourceException("no Pact Broker at " + base
                        + ", or one too old: its index has no link pb:provider-pacts-for-verification"));
        Json.Obj found = client.post(forVerification, query());
        List<SourcedPact> pacts = new ArrayList<>();
        List<PactProblem> problems = new ArrayList<>();
        for (Json.Obj entry : entries(found, forVerification)) {
            URI address = HalClient.link(entry, base, "self", Map.of())
                    .orElseThrow(() -> new PactSourceException("a Pact file without address in " + forVerification));
            try {
                pacts.add(pact(client, entry, address, provider));
            } catch (PactFileException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new PactFileException(problems);
        }
        return pacts;
    }

    private Json query() {
        Json.Obj query = Json.object()
                .with(
                        "consumerVersionSelectors",
                        new Json.Arr(selectors.stream()
                                .<Json>map(ConsumerVersionSelector::json)
                                .toList()))
                .with("includePendingStatus", Json.of(pending));
        return providerBranch.isPresent() ? query.with("providerVersionBranch", Json.of(providerBranch.get())) : query;
    }

    private static List<Json.Obj> entries(Json.Obj found, URI address) {
        Json pacts = found.object("_embedded")
                .flatMap(embedded -> embedded.get("pacts"))
                .orElseThrow(() -> new PactSourceException("no list of Pact files at " + address));
        List<Json.Obj> entries = new ArrayList<>();
        if (pacts instanceof Json.Arr list) {
            for (Json entry : list.values()) {
                if (entry instanceof Json.Obj object) {
                    entries.add(object);
                }
            }
        }
        return entries;
    }

    private SourcedPact pact(HalClient client, Json.Obj entry, URI address, String provider) {
        PactFile file = PactFile.read(address.toString(), client.getBytes(address));
        if (!file.provider().equals(provider)) {
            throw new PactSourceException(
                    address + " is for the provider \"" + file.provider() + "\", not \"" + provider + "\"");
        }
        Json.Obj properties = entry.object("verificationProperties").orElse(Json.object());
        boolean isPending =
                properties.get("pending").filter(new Json.Bool(true)::equals).isPresent();
        List<String> notices = new ArrayList<>();
        if (properties.get("notices").orElse(Json.object()) instanceof Json.Arr list) {
            for (Json notice : list.values()) {
                if (notice instanceof Json.Obj object) {
                    object.text("text").ifPresent(notices::add);
                }
            }
        }
        return new SourcedPact(file, isPending, notices, results -> publish(client, address, results));
    }

    private void publish(HalClient client, URI address, List<InteractionResult> results) {
        if (publishAs.isEmpty()) {
            return;
        }
        Json.Obj resource = client.get(address);
        URI publication = HalClient.link(resource, base, "pb:publish-verification-results", Map.of())
                .orElseThrow(() -> new PactSourceException("results of " + address + " cannot be published: no link"));
        List<Json> tests = new ArrayList<>();
        for (InteractionResult result : results) {
            tests.add(Json.object()
                    .with("interactionDescription", Json.of(result.description()))
                    .with("success", Json.of(result.holds())));
        }
        client.post(
                publication,
                Json.object()
                        .with("success", Json.of(results.stream().allMatch(InteractionResult::holds)))
                        .with("providerApplicationVersion", Json.of(publishAs.get()))
                        .with("testResults", Json.object().with("tests", new Json.Arr(tests)))
                        .with("verifiedBy", Json.object().with("implementation", Json.of("sluice"))));
    }
}
