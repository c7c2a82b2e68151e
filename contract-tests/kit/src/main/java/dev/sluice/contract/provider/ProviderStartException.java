package dev.sluice.contract.provider;

/** A provider that did not come up; the message has the reason and what the provider wrote. Nothing of it is left running. */
public final class ProviderStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderStartException(String why, String output) {
        super(why + (output.isEmpty() ? "; it wrote nothing" : "; it wrote:\n" + output));
    }
}
