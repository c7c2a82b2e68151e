package dev.sluice.contract.pact.broker;

import dev.sluice.contract.json.Json;

/**
 * Which versions of consumers a provider is verified against (Pact Broker, Consumer version selectors).
 *
 * @param json as the broker reads it
 */
public record ConsumerVersionSelector(Json.Obj json) {

    /** The newest version of each consumer's main branch. */
    public static ConsumerVersionSelector mainBranch() {
        return of("mainBranch", true);
    }

    /** The newest version of the branch that is called as the provider's is. */
    public static ConsumerVersionSelector matchingBranch() {
        return of("matchingBranch", true);
    }

    /** All versions that are deployed or released anywhere. */
    public static ConsumerVersionSelector deployedOrReleased() {
        return of("deployedOrReleased", true);
    }

    /** The newest version of a branch. */
    public static ConsumerVersionSelector branch(String name) {
        return new ConsumerVersionSelector(Json.object().with("branch", Json.of(name)));
    }

    /** The versions that are deployed or released to an environment. */
    public static ConsumerVersionSelector environment(String name) {
        return new ConsumerVersionSelector(Json.object().with("environment", Json.of(name)));
    }

    /** The newest version with a tag. */
    public static ConsumerVersionSelector latestTag(String tag) {
        return new ConsumerVersionSelector(
                Json.object().with("tag", Json.of(tag)).with("latest", Json.of(true)));
    }

    /** The same for one consumer only. */
    public ConsumerVersionSelector of(String consumer) {
        return new ConsumerVersionSelector(json.with("consumer", Json.of(consumer)));
    }

    private static ConsumerVersionSelector of(String name, boolean value) {
        return new ConsumerVersionSelector(Json.object().with(name, Json.of(value)));
    }
}
