package dev.sluice.maven;

import dev.sluice.compat.input.ArtifactAddress;
import dev.sluice.compat.input.Artifacts;
import dev.sluice.compat.input.BadAddressException;
import dev.sluice.compat.input.CheckSide;
import dev.sluice.compat.input.SideOpener;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.project.MavenProject;

/** Opens what a project's schemas are compared with. */
final class Baselines {
    /** The word for the latest release of the project below its own version. */
    static final String RELEASE = "release";

    private static final String FILE = "file:";

    private final Supplier<RepositoryArtifacts> artifacts;
    private final MavenProject project;

    /** @param artifacts where released schemas are, asked for only if the baseline is one */
    Baselines(Supplier<RepositoryArtifacts> artifacts, MavenProject project) {
        this.artifacts = artifacts;
        this.project = project;
    }

    /**
     * Opens a baseline; empty where the project was never released.
     *
     * @param against what the configuration names it by
     * @param schemas the folder of the project's schemas
     * @throws BadAddressException if that names nothing
     * @throws SourceUnavailableException if what it names is not there
     * @throws IOException if that cannot be read
     */
    Optional<CheckSide> open(String against, Path schemas) throws IOException, BadAddressException {
        String argument = against;
        if (against.equals(RELEASE)) {
            Optional<Artifacts.Found> release = latestRelease();
            if (release.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(named(
                    opener().openOld(release.get().file().toString(), schemas.toString()),
                    release.get().coordinates()));
        }
        if (against.startsWith(FILE)) {
            argument = against.substring(FILE.length());
        }
        return Optional.of(opener().openOld(onDisk(argument), schemas.toString()));
    }

    private SideOpener opener() {
        return new SideOpener(address -> artifacts.get().find(address));
    }

    /** The descriptor set that was attached to the latest release, or else its jar. */
    private Optional<Artifacts.Found> latestRelease() throws SourceUnavailableException {
        Optional<Artifacts.Found> set =
                artifacts.get().lookUp(release(DescriptorMojo.TYPE, Optional.of(DescriptorMojo.CLASSIFIER)));
        return set.isPresent() ? set : artifacts.get().lookUp(release("jar", Optional.empty()));
    }

    private ArtifactAddress release(String type, Optional<String> classifier) {
        return new ArtifactAddress(
                project.getGroupId(),
                project.getArtifactId(),
                Optional.empty(),
                Optional.of(project.getVersion()),
                type,
                classifier);
    }

    /** Paths start at the project's folder, wherever Maven runs. */
    private String onDisk(String argument) {
        boolean isPath = !argument.startsWith("git:") && !ArtifactAddress.matches(argument);
        return isPath ? project.getBasedir().toPath().resolve(argument).toString() : argument;
    }

    private static CheckSide named(CheckSide side, String name) {
        if (side instanceof CheckSide.DescriptorSet set) {
            return new CheckSide.DescriptorSet(name, set.bytes());
        }
        CheckSide.Tree tree = (CheckSide.Tree) side;
        return new CheckSide.Tree(name, tree.source(), tree.folder());
    }
}
