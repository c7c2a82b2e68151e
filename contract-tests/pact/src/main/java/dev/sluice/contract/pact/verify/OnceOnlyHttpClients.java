package dev.sluice.contract.pact.verify;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.IProviderInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/**
 * Clients that send each request once. Pact's own client repeats a request answered with 429 or 503 after sleeping for
 * Retry-After, POST included: a provider that is right to refuse and has room a second later would fail.
 */
final class OnceOnlyHttpClients implements IHttpClientFactory {
    private static final Timeout LIMIT = Timeout.ofSeconds(60);
    private static final int LONGEST_REASON = 4_096;

    private final Optional<URI> states;
    private final Consumer<String> stateFailures;

    /**
     * Makes clients.
     *
     * @param stateFailures takes why a provider state could not be changed, which Pact's own failure leaves out
     */
    OnceOnlyHttpClients(Optional<URI> states, Consumer<String> stateFailures) {
        this.states = states;
        this.stateFailures = stateFailures;
    }

    @Override
    public CloseableHttpClient newClient(IProviderInfo provider) {
        return HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .addExecInterceptorLast("state-failures", this::noteStateFailure)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(LIMIT)
                                .setSocketTimeout(LIMIT)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(LIMIT).build())
                .build();
    }

    private ClassicHttpResponse noteStateFailure(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getCode() >= 400 && isStateChange(scope.originalRequest)) {
            HttpEntity entity = response.getEntity();
            String reason = entity == null
                    ? ""
                    : new String(entity.getContent().readNBytes(LONGEST_REASON), StandardCharsets.UTF_8);
            stateFailures.accept("the provider state cannot be changed: " + response.getCode() + " " + reason);
        }
        return response;
    }

    private boolean isStateChange(ClassicHttpRequest request) {
        try {
            URI asked = request.getUri();
            return states.filter(hook -> hook.getPath().equals(asked.getPath()) && hook.getPort() == asked.getPort())
                    .isPresent();
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
