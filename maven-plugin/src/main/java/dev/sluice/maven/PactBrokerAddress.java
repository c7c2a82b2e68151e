package dev.sluice.maven;

import dev.sluice.contract.pacts.PactOrigin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/** The {@code <pactBroker>} of a build: where Pact files are kept, and which of them count. */
public final class PactBrokerAddress {
    @Parameter
    private @Nullable String url;

    @Parameter
    private @Nullable String serverId;

    @Parameter
    private List<String> select = new ArrayList<>();

    @Parameter
    private @Nullable String pendingOn;

    @Parameter
    private @Nullable String publishAs;

    /** The id of the {@code <server>} of settings.xml that has the credentials. */
    Optional<String> serverId() {
        return Optional.ofNullable(serverId);
    }

    /** @param server the credentials: a password without a user's name is a bearer token */
    PactOrigin origin(Optional<Server> server) throws MojoExecutionException {
        if (url == null) {
            throw new MojoExecutionException("<pactBroker> has no <url>");
        }
        try {
            return new PactOrigin.Broker(
                    new URI(url),
                    server.map(PactBrokerAddress::credentials),
                    select,
                    Optional.ofNullable(pendingOn),
                    Optional.ofNullable(publishAs));
        } catch (URISyntaxException e) {
            throw new MojoExecutionException("<pactBroker>: \"" + url + "\" is no URL: " + e.getReason());
        }
    }

    private static PactOrigin.Credentials credentials(Server server) {
        return new PactOrigin.Credentials(
                Optional.ofNullable(server.getUsername()), String.valueOf(server.getPassword()));
    }
}
