package dev.sluice.contract.pacts;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where Pact files come from. */
public sealed interface PactOrigin {
    /** The {@code .json} files of a folder, or one file. */
    record Files(Path path) implements PactOrigin {}

    /**
     * A Pact Broker.
     *
     * @param index the address of its index resource
     * @param credentials what it asks for, if anything
     * @param select the consumer versions: {@code mainBranch}, {@code matchingBranch}, {@code deployedOrReleased}, {@code branch:NAME},
     *     {@code environment:NAME} or {@code tag:NAME}; where there is none the broker decides
     * @param pendingOn the provider's branch on which files that it has never kept may fail; empty where all count
     * @param publishAs the version of the provider that results are published for; empty where they are not
     */
    record Broker(
            URI index,
            Optional<Credentials> credentials,
            List<String> select,
            Optional<String> pendingOn,
            Optional<String> publishAs)
            implements PactOrigin {
        public Broker {
            select = List.copyOf(select);
        }
    }

    /**
     * What a broker asks for.
     *
     * @param user the user's name; empty where the secret is a bearer token
     * @param secret the password or token
     */
    record Credentials(Optional<String> user, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return user.orElse("a token");
        }
    }
}
