package dev.sluice.contract.verification;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.IProviderInfo;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Clients that send each request once. Pact's own client repeats a request answered with 429 or 503 after sleeping for
 * Retry-After, POST included: a provider that is right to refuse and has room a second later would fail.
 */
final class OnceOnlyHttpClients implements IHttpClientFactory {
    @Override
    public CloseableHttpClient newClient(IProviderInfo provider) {
        return HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .build();
    }
}
