package dev.sluice.maven;

import dev.sluice.compat.input.ArtifactAddress;
import dev.sluice.compat.input.Artifacts;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.MetadataNotFoundException;

/** Finds artifacts in the repositories of a project, as Maven itself does: settings, mirrors and being offline count. */
final class RepositoryArtifacts implements Artifacts {
    private static final String SNAPSHOT = "SNAPSHOT";

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    RepositoryArtifacts(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    @Override
    public Found find(ArtifactAddress address) throws IOException {
        Optional<Found> found = lookUp(address);
        return found.orElseThrow(() ->
                new SourceUnavailableException("there is no release of " + address.group() + ":" + address.artifact()
                        + address.below().map(version -> " below " + version).orElse("")));
    }

    /**
     * Finds an artifact; empty where it was never released.
     *
     * @throws SourceUnavailableException if a repository cannot be asked
     */
    Optional<Found> lookUp(ArtifactAddress address) throws SourceUnavailableException {
        Optional<String> version = address.version().isPresent() ? address.version() : latest(address);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        try {
            Artifact artifact = system.resolveArtifact(
                            session, new ArtifactRequest(artifact(address, version.get()), repositories, null))
                    .getArtifact();
            return Optional.of(
                    new Found(address.at(version.get()), artifact.getFile().toPath()));
        } catch (ArtifactResolutionException e) {
            if (isNotThere(e)) {
                return Optional.empty();
            }
            throw new SourceUnavailableException(address.at(version.get()) + " cannot be fetched: " + e.getMessage());
        }
    }

    private static boolean isNotThere(ArtifactResolutionException failure) {
        return failure.getResults().stream()
                .flatMap(result -> result.getExceptions().stream())
                .allMatch(ArtifactNotFoundException.class::isInstance);
    }

    private Optional<String> latest(ArtifactAddress address) throws SourceUnavailableException {
        VersionRangeResult versions;
        try {
            versions = system.resolveVersionRange(
                    session,
                    new VersionRangeRequest(
                            artifact(address, "[," + address.below().orElse("") + ")"), repositories, null));
        } catch (VersionRangeResolutionException e) {
            throw unknown(address, e);
        }
        for (int i = versions.getVersions().size() - 1; i >= 0; i--) {
            String version = versions.getVersions().get(i).toString();
            if (!version.endsWith(SNAPSHOT)) {
                return Optional.of(version);
            }
        }
        for (Exception failure : versions.getExceptions()) {
            if (!(failure instanceof MetadataNotFoundException)) {
                throw unknown(address, failure);
            }
        }
        return Optional.empty();
    }

    private static SourceUnavailableException unknown(ArtifactAddress address, Exception failure) {
        return new SourceUnavailableException("the releases of " + address.group() + ":" + address.artifact()
                + " cannot be looked up: " + failure.getMessage());
    }

    private static Artifact artifact(ArtifactAddress address, String version) {
        return new DefaultArtifact(
                address.group(), address.artifact(), address.classifier().orElse(""), address.type(), version);
    }
}
