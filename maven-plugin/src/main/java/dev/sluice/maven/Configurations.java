package dev.sluice.maven;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.compat.config.ConfigurationResult;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.LinkedConfiguration;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Finds and reads the configuration of a check. */
final class Configurations {
    private final Log log;
    private final Concern concern;

    Configurations(Log log, Concern concern) {
        this.log = log;
        this.concern = concern;
    }

    /**
     * The configuration of the new side.
     *
     * @param named the file that the build names
     * @param project the project's folder, whose {@code sluice.yaml} counts before one beside the schemas
     */
    Configuration of(Optional<Path> named, Path project, CheckSide now) throws IOException, MojoExecutionException {
        Path own = project.resolve(ConfigurationReader.SLUICE_YAML);
        if (named.isPresent() && !Files.isRegularFile(named.get())) {
            throw new MojoExecutionException(
                    "there is no configuration file " + named.get() + " (<configFile> or -Dsluice.configFile)");
        }
        if (named.isPresent() || Files.isRegularFile(own)) {
            return read(ConfigurationReader.readFile(named.orElse(own), concern));
        }
        Optional<Path> link = LinkedConfiguration.of(now);
        if (link.isPresent()) {
            throw new MojoExecutionException(
                    link.get() + " is a symbolic link, and only schemas are read through links;"
                            + " name what it leads to with <configFile> (or -Dsluice.configFile)");
        }
        Optional<ConfigurationResult> found = in(now);
        return found.isPresent() ? read(found.get()) : Configuration.DEFAULT;
    }

    /**
     * The configuration that a baseline brings at its root. One with problems counts as none, with a warning: nobody could otherwise
     * correct it.
     */
    Optional<Configuration> ofBaseline(CheckSide old) throws IOException {
        Optional<ConfigurationResult> found = in(old);
        if (found.isPresent() && found.get() instanceof ConfigurationResult.Failed failed) {
            log.warn("the configuration of the baseline is passed over: "
                    + failed.problems().get(0));
        }
        return found.isPresent() && found.get() instanceof ConfigurationResult.Read read
                ? Optional.of(read.configuration())
                : Optional.empty();
    }

    private Optional<ConfigurationResult> in(CheckSide side) throws IOException {
        if (!(side instanceof CheckSide.Tree tree)) {
            return Optional.empty();
        }
        String prefix = tree.folder().isEmpty() ? "" : tree.folder() + "/";
        return ConfigurationReader.find(tree.source(), prefix, concern);
    }

    private Configuration read(ConfigurationResult result) throws MojoExecutionException {
        if (result instanceof ConfigurationResult.Read read) {
            return read.configuration();
        }
        List<Problem> problems = ((ConfigurationResult.Failed) result).problems();
        problems.forEach(problem -> log.error(problem.toString()));
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        throw new MojoExecutionException("the configuration has " + count + ", the first: " + problems.get(0));
    }
}
