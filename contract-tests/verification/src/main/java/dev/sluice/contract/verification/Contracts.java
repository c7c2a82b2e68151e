package dev.sluice.contract.verification;

import dev.sluice.contract.pact.schema.ContractSchema;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every consumer contract of ours. */
public final class Contracts {
    private Contracts() {}

    /** The schemas that they are derived from, of the checkout at {@code root}. */
    public static ContractSchema schema(Path root) {
        return ContractSchema.read(root.resolve("schemas"));
    }

    /**
     * Proves each consumer against its contract and writes the Pact files.
     *
     * @param folder where to write; Pact files that are there are removed first
     * @return the files
     * @throws IOException if a consumer does not do what its contract says, or a file cannot be written
     */
    public static List<Path> write(ContractSchema schema, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        return List.of(
                SubmissionContract.write(schema, folder),
                OperatorContract.write(schema, folder),
                LeaseContract.write(schema, folder),
                SignalContract.write(schema, folder));
    }
}
