package dev.sluice.contract.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** A provider that is listening. */
public record Provider(URI base) {
    public Provider {
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("a provider is an http address with a host: " + base);
        }
    }

    /**
     * The provider at a URL that somebody wrote.
     *
     * @throws IllegalArgumentException if it is more or less than {@code http://HOST:PORT}; the message says what
     */
    public static Provider at(String url) {
        URI base;
        try {
            base = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + url + "\" is no URL: " + e.getReason());
        }
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("\"" + url + "\" is no http URL; write http://HOST:PORT");
        }
        boolean more = base.getRawQuery() != null || base.getRawFragment() != null || base.getRawUserInfo() != null;
        if (more || !List.of("", "/").contains(base.getRawPath())) {
            throw new IllegalArgumentException("\"" + url
                    + "\" has more than a host and a port; the kit calls /v1/... at the root of the provider");
        }
        return new Provider(base);
    }
}
