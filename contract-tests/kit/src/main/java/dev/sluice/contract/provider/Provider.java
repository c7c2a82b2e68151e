package dev.sluice.contract.provider;

import java.net.URI;

/** A provider that is listening. */
public record Provider(URI base) {
    public Provider {
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("a provider is an http address with a host: " + base);
        }
    }
}
