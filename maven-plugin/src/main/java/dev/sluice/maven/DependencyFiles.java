package dev.sluice.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * The files of what a project depends on: jars, and for modules of the same build the folders that their schemas are in, so
 * that a build that does not package them works too.
 */
final class DependencyFiles {
    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;
    private final Set<String> scopes;

    @Nullable
    private List<Path> resolved;

    /** @param scopes the scopes of dependencies that count, {@code compile} and so on */
    DependencyFiles(RepositorySystem repositories, MavenSession session, MavenProject project, Set<String> scopes) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
        this.scopes = Set.copyOf(scopes);
    }

    /**
     * The jars and folders, direct dependencies and those of these, in the order of the class path.
     *
     * @throws IOException if one cannot be resolved
     */
    synchronized List<Path> resolve() throws IOException {
        List<Path> known = resolved;
        if (known == null) {
            Set<Path> files = new LinkedHashSet<>();
            for (DependencyNode child : collect().getChildren()) {
                addFiles(child, files);
            }
            known = List.copyOf(files);
            resolved = known;
        }
        return known;
    }

    /**
     * The jar or folders of one dependency, direct or not.
     *
     * @param coordinates {@code GROUP:ARTIFACT}
     * @throws IOException if the project does not depend on it, or it cannot be resolved
     */
    List<Path> of(String coordinates) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (DependencyNode child : collect().getChildren()) {
            addFiles(child, coordinates, files);
        }
        if (files.isEmpty()) {
            throw new IOException("<sourceDependencies> names " + coordinates
                    + ", which is not among the <dependencies>"
                    + " of the project (GROUP:ARTIFACT, a jar, scope " + String.join(" or ", new TreeSet<>(scopes))
                    + ")");
        }
        return List.copyOf(files);
    }

    private void addFiles(DependencyNode node, String coordinates, Set<Path> files) throws IOException {
        if (!scopes.contains(node.getDependency().getScope())) {
            return;
        }
        Artifact artifact = node.getArtifact();
        if (coordinates.equals(artifact.getGroupId() + ":" + artifact.getArtifactId())) {
            addOwnFiles(node, files);
        }
        for (DependencyNode child : node.getChildren()) {
            addFiles(child, coordinates, files);
        }
    }

    private DependencyNode collect() throws IOException {
        CollectRequest request = new CollectRequest();
        request.setRootArtifact(RepositoryUtils.toArtifact(project.getArtifact()));
        request.setRepositories(project.getRemoteProjectRepositories());
        var types = session.getRepositorySession().getArtifactTypeRegistry();
        project.getDependencies()
                .forEach(dependency -> request.addDependency(RepositoryUtils.toDependency(dependency, types)));
        DependencyManagement managed = project.getDependencyManagement();
        if (managed != null) {
            managed.getDependencies()
                    .forEach(dependency ->
                            request.addManagedDependency(RepositoryUtils.toDependency(dependency, types)));
        }
        try {
            return repositories
                    .collectDependencies(session.getRepositorySession(), request)
                    .getRoot();
        } catch (DependencyCollectionException e) {
            throw new IOException("the dependencies cannot be resolved: " + e.getMessage(), e);
        }
    }

    private void addFiles(DependencyNode node, Set<Path> files) throws IOException {
        if (!scopes.contains(node.getDependency().getScope())) {
            return;
        }
        addOwnFiles(node, files);
        for (DependencyNode child : node.getChildren()) {
            addFiles(child, files);
        }
    }

    private void addOwnFiles(DependencyNode node, Set<Path> files) throws IOException {
        Optional<MavenProject> module = module(node.getArtifact());
        if (module.isPresent()) {
            files.addAll(schemaFolders(module.get()));
        } else if (node.getArtifact().getExtension().equals("jar")) {
            files.add(download(node.getArtifact()));
        }
    }

    private Optional<MavenProject> module(Artifact artifact) {
        return session.getProjects().stream()
                .filter(candidate -> candidate.getGroupId().equals(artifact.getGroupId())
                        && candidate.getArtifactId().equals(artifact.getArtifactId())
                        && candidate.getVersion().equals(artifact.getBaseVersion()))
                .findFirst();
    }

    private static List<Path> schemaFolders(MavenProject module) {
        List<Path> folders = new ArrayList<>();
        folders.add(module.getBasedir().toPath().resolve(SchemaMojo.DEFAULT_FOLDER));
        for (Resource resource : module.getResources()) {
            folders.add(Path.of(resource.getDirectory()));
        }
        return folders.stream().filter(Files::isDirectory).toList();
    }

    private Path download(Artifact artifact) throws IOException {
        try {
            ArtifactRequest request = new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new IOException("the dependency " + artifact + " cannot be resolved: " + e.getMessage(), e);
        }
    }
}
