package dev.sluice.contract.tck.stage;

import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.sink.Sink;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What the rules of one run share.
 *
 * @param client sends to the provider
 * @param sink what items call
 * @param profile how patient and thorough the run is
 * @param command starts a further provider of the same kind, where the kit was given one
 * @param ends when the run must have ended, by the run's clock in nanoseconds
 * @param nanoClock the run's clock, monotonic, in nanoseconds
 * @param seed where everything random follows from
 */
public record Venue(
        OnceClient client,
        Sink sink,
        Profile profile,
        Optional<ProviderCommand> command,
        long ends,
        LongSupplier nanoClock,
        long seed) {

    /** The same with another provider. */
    Venue at(OnceClient other) {
        return new Venue(other, sink, profile, command, ends, nanoClock, seed);
    }

    /**
     * Does nothing while the run may go on.
     *
     * @throws ConditionNotMetException if its time is over
     */
    public void goOn() {
        if (nanoClock.getAsLong() - ends > 0) {
            throw new ConditionNotMetException(
                    "the run has reached its limit of " + profile.limit().toSeconds() + " s");
        }
    }
}
