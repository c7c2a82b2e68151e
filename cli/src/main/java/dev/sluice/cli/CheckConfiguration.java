package dev.sluice.cli;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.ConfigurationResult;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.LinkedConfiguration;
import dev.sluice.schema.io.Reason;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds and reads configuration files. */
final class CheckConfiguration {
    private CheckConfiguration() {}

    /** The configuration in a file. */
    static Configuration read(String command, String file, Concern concern) throws CommandFailure {
        Path path = PathArgument.of(command, file);
        if (!Files.exists(path)) {
            throw CommandFailure.input(List.of("sluice " + command + ": there is no configuration file " + file));
        }
        try {
            return configuration(command, ConfigurationReader.readFile(path, concern));
        } catch (IOException e) {
            throw CommandFailure.input(List.of("sluice " + command + ": cannot read " + file + ": " + Reason.of(e)));
        }
    }

    /** The configuration that a side brings at its root; a descriptor set brings none. */
    static Optional<Configuration> find(String command, CheckSide side, Concern concern)
            throws CommandFailure, IOException {
        refuseLinks(command, side);
        Optional<ConfigurationResult> found = result(side, concern);
        return found.isEmpty() ? Optional.empty() : Optional.of(configuration(command, found.get()));
    }

    /** Says so where the configuration of a folder is a symbolic link. */
    private static void refuseLinks(String command, CheckSide side) throws CommandFailure {
        Optional<Path> link = LinkedConfiguration.of(side);
        if (link.isPresent()) {
            throw CommandFailure.input(List.of("sluice " + command + ": " + link.get()
                    + " is a symbolic link, and only schemas are read through links; name what it leads to with"
                    + " --config"));
        }
    }

    /**
     * The configuration that the old side brings. One with problems counts as none, and the user is told: nobody could
     * otherwise correct it.
     */
    static Optional<Configuration> findOld(CheckSide side, Console console) throws IOException {
        Optional<ConfigurationResult> found = result(side, Concern.CHANGES);
        if (found.isPresent() && found.get() instanceof ConfigurationResult.Failed failed) {
            console.err()
                    .println("warning: the configuration of the baseline is passed over: "
                            + failed.problems().get(0));
        }
        return found.isPresent() && found.get() instanceof ConfigurationResult.Read read
                ? Optional.of(read.configuration())
                : Optional.empty();
    }

    private static Optional<ConfigurationResult> result(CheckSide side, Concern concern) throws IOException {
        if (!(side instanceof CheckSide.Tree tree)) {
            return Optional.empty();
        }
        String folder = tree.folder();
        String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        return ConfigurationReader.find(tree.source(), prefix, concern);
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
