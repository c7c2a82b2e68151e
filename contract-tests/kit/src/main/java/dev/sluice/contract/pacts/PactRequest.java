package dev.sluice.contract.pacts;

import java.net.URI;
import java.util.Optional;

/**
 * A verification that is wanted.
 *
 * @param provider the provider's name in the Pact files
 * @param base where it is asked over HTTP
 * @param states where its states are changed, as Pact's documentation has it; empty where there is no such address
 * @param messages where its messages are asked for; empty where there is no such address
 * @param origin where the Pact files are
 */
public record PactRequest(String provider, URI base, Optional<URI> states, Optional<URI> messages, PactOrigin origin) {}
