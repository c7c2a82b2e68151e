package dev.sluice.cli;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.ConfigurationResult;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds and reads configuration files. */
final class CheckConfiguration {
    /** More than the reader takes, so that it says so. */
    private static final int MOST_BYTES = 2 << 20;

    private CheckConfiguration() {}

    /** The configuration in a file. */
    static Configuration read(String command, String file, Concern concern) throws CommandFailure {
        Path path = PathArgument.of(command, file);
        if (!Files.exists(path)) {
            throw CommandFailure.input(List.of("sluice " + command + ": there is no configuration file " + file));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return configuration(command, ConfigurationReader.read(file, in.readNBytes(MOST_BYTES), concern));
        } catch (IOException e) {
            throw CommandFailure.input(List.of("sluice " + command + ": cannot read " + file + ": " + Reason.of(e)));
        }
    }

    /** The configuration that a side brings at its root; a descriptor set brings none. */
    static Optional<Configuration> find(String command, CheckSide side, Concern concern)
            throws CommandFailure, IOException {
        if (!(side instanceof CheckSide.Tree tree)) {
            return Optional.empty();
        }
        String prefix = tree.folder().isEmpty() || tree.folder().endsWith("/") ? tree.folder() : tree.folder() + "/";
        Optional<ConfigurationResult> found = ConfigurationReader.find(tree.source(), prefix, concern);
        return found.isEmpty() ? Optional.empty() : Optional.of(configuration(command, found.get()));
    }

    private static Configuration configuration(String command, ConfigurationResult result) throws CommandFailure {
        if (result instanceof ConfigurationResult.Read read) {
            return read.configuration();
        }
        List<Problem> problems = ((ConfigurationResult.Failed) result).problems();
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> lines.add(problem.toString()));
        lines.add("sluice " + command + ": the configuration has "
                + (problems.size() == 1 ? "1 problem" : problems.size() + " problems"));
        throw CommandFailure.input(lines);
    }
}
