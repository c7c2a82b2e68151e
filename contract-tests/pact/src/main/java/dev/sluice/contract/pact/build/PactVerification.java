package dev.sluice.contract.pact.build;

import dev.sluice.contract.pact.broker.ConsumerVersionSelector;
import dev.sluice.contract.pact.broker.PactBroker;
import dev.sluice.contract.pact.file.PactFileException;
import dev.sluice.contract.pact.verify.InteractionResult;
import dev.sluice.contract.pact.verify.PactFolder;
import dev.sluice.contract.pact.verify.PactSource;
import dev.sluice.contract.pact.verify.PactSourceException;
import dev.sluice.contract.pact.verify.ProviderVerification;
import dev.sluice.contract.pacts.PactOrigin;
import dev.sluice.contract.pacts.PactRequest;
import dev.sluice.contract.pacts.PactSupport;
import dev.sluice.contract.pacts.PactVerdict;
import dev.sluice.contract.pacts.PactsUnavailableException;
import java.util.List;

/** Verifies Pact files for a build, which finds it as a service. */
public final class PactVerification implements PactSupport {
    @Override
    public List<PactVerdict> verify(PactRequest request) {
        ProviderVerification verification =
                ProviderVerification.of(request.provider()).http(request.base());
        if (request.states().isPresent()) {
            verification = verification.states(request.states().get());
        }
        if (request.messages().isPresent()) {
            verification = verification.messages(request.messages().get());
        }
        try {
            return verification.from(source(request.origin())).verify().stream()
                    .map(PactVerification::verdict)
                    .toList();
        } catch (PactSourceException | PactFileException | IllegalArgumentException unavailable) {
            throw new PactsUnavailableException(String.valueOf(unavailable.getMessage()));
        }
    }

    private static PactVerdict verdict(InteractionResult result) {
        return new PactVerdict(
                result.file().name(),
                result.file().consumer(),
                result.description(),
                result.pending(),
                result.failure());
    }

    private static PactSource source(PactOrigin origin) {
        if (origin instanceof PactOrigin.Files files) {
            return new PactFolder(files.path());
        }
        PactOrigin.Broker wanted = (PactOrigin.Broker) origin;
        PactBroker broker = PactBroker.at(wanted.index());
        if (wanted.credentials().isPresent()) {
            PactOrigin.Credentials credentials = wanted.credentials().get();
            broker = credentials.user().isPresent()
                    ? broker.user(credentials.user().get(), credentials.secret())
                    : broker.token(credentials.secret());
        }
        broker = broker.select(
                wanted.select().stream().map(PactVerification::selector).toArray(ConsumerVersionSelector[]::new));
        if (wanted.pendingOn().isPresent()) {
            broker = broker.pending(wanted.pendingOn().get());
        }
        return wanted.publishAs().isPresent()
                ? broker.publishAs(wanted.publishAs().get())
                : broker;
    }

    private static ConsumerVersionSelector selector(String word) {
        int colon = word.indexOf(':');
        String name = word.substring(colon + 1);
        return switch (colon < 0 ? word : word.substring(0, colon + 1)) {
            case "mainBranch" -> ConsumerVersionSelector.mainBranch();
            case "matchingBranch" -> ConsumerVersionSelector.matchingBranch();
            case "deployedOrReleased" -> ConsumerVersionSelector.deployedOrReleased();
            case "branch:" -> ConsumerVersionSelector.branch(name);
            case "environment:" -> ConsumerVersionSelector.environment(name);
            case "tag:" -> ConsumerVersionSelector.latestTag(name);
            default ->
                throw new IllegalArgumentException(
                        "\"" + word + "\" selects no consumer versions; there are mainBranch,"
                                + " matchingBranch, deployedOrReleased, branch:NAME, environment:NAME and tag:NAME");
        };
    }
}
