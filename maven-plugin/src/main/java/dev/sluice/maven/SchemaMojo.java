package dev.sluice.maven;

import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that read a project's schemas have in common. */
abstract class SchemaMojo extends AbstractMojo {
    /** Where schemas are unless something else is said, below the project's folder. */
    static final String DEFAULT_FOLDER = "src/main/proto";

    /** Files that match one of these patterns are meant, for example {@code shop/**}; all where there are none. */
    @Parameter(property = "sluice.includes")
    private List<String> includes = new ArrayList<>();

    /** Files that match one of these patterns are not meant. Others may still import them. */
    @Parameter(property = "sluice.excludes")
    private List<String> excludes = new ArrayList<>();

    /**
     * Further folders in which imports are looked up. {@code google/protobuf/*.proto} and {@code
     * buf/validate/validate.proto} are found without.
     */
    @Parameter(property = "sluice.importDirectories")
    private List<File> importDirectories = new ArrayList<>();

    /** Whether imports are looked up in the jars of the project's dependencies too, and in modules of the same build. */
    @Parameter(property = "sluice.importDependencies", defaultValue = "true")
    private boolean importDependencies;

    /** Skips every goal of this plugin. */
    @Parameter(property = "sluice.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
    private @Nullable File executionRoot;

    @Inject
    private RepositorySystem repositories;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipGoal()) {
            getLog().info("skipped");
            return;
        }
        if (isParentWithoutSchemas()) {
            getLog().info("no schemas in this parent project");
            return;
        }
        run();
    }

    /** A parent that configures the plugin for its modules need not have schemas itself. */
    private boolean isParentWithoutSchemas() {
        return sourceDirectories().isEmpty()
                && sourceDependencies().isEmpty()
                && project.getPackaging().equals("pom")
                && !new File(project.getBasedir(), defaultFolder()).exists();
    }

    /** Whether this goal is skipped by a parameter of its own. */
    boolean skipGoal() {
        return false;
    }

    /** Does the goal's work. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** The folders that the configuration names; none where it does not. */
    abstract List<File> sourceDirectories();

    /** The dependencies whose schemas are meant as if they were in a folder of the project: {@code GROUP:ARTIFACT}. */
    List<String> sourceDependencies() {
        return List.of();
    }

    /** Where the schemas are, below the project's folder, where the configuration names no folder. */
    String defaultFolder() {
        return DEFAULT_FOLDER;
    }

    /** The scopes of dependencies in which imports are looked up. */
    Set<String> importScopes() {
        return Set.of("compile", "provided", "runtime");
    }

    final MavenProject project() {
        return project;
    }

    /** The folder in which Maven runs, from which paths in reports start. */
    final Optional<Path> executionRoot() {
        return Optional.ofNullable(executionRoot).map(File::toPath);
    }

    /** The artifacts in the project's repositories. */
    final RepositoryArtifacts artifacts() {
        return new RepositoryArtifacts(
                repositories, session.getRepositorySession(), project.getRemoteProjectRepositories());
    }

    /** What tells this plugin, with all that it consists of, from any other version or build of it. */
    final String pluginIdentity() {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        StringBuilder identity = new StringBuilder(plugin.getId());
        for (Artifact part : plugin.getArtifacts()) {
            File file = part.getFile();
            identity.append('\n').append(part.getId());
            if (file != null) {
                identity.append(' ').append(file.length()).append(' ').append(file.lastModified());
            }
        }
        return identity.toString();
    }

    final PathPatterns selection() {
        return new PathPatterns(includes, excludes);
    }

    /** The project's schemas. */
    final SchemaFolders schemas() throws MojoExecutionException {
        return schemas(dependencySchemas(), List.of());
    }

    /** @param others schemas that are meant like those of the folders */
    final SchemaFolders schemas(Optional<DependencySchemas> dependencies, List<SchemaSource> others)
            throws MojoExecutionException {
        List<SchemaSource> imports = new ArrayList<>();
        for (Path folder : importFolders()) {
            imports.add(new FolderSource(folder));
        }
        dependencies.ifPresent(imports::add);
        return new SchemaFolders(folders(), others, selection(), imports);
    }

    /** The schemas of the project's dependencies, if they are to be looked at. */
    final Optional<DependencySchemas> dependencySchemas() {
        return importDependencies ? Optional.of(new DependencySchemas(dependencyFiles())) : Optional.empty();
    }

    /** Whether the goal has something to do without a folder of {@code .proto} files. */
    boolean needsNoFolder() throws MojoExecutionException {
        return false;
    }

    final DependencyFiles dependencyFiles() {
        return new DependencyFiles(repositories, session, project, importScopes());
    }

    /** The folders of the schemas, which are there: at least one, unless the goal needs none. */
    final List<Path> folders() throws MojoExecutionException {
        List<File> named = sourceDirectories();
        if (named.isEmpty()) {
            File folder = new File(project.getBasedir(), defaultFolder());
            if (!folder.exists() && needsNoFolder()) {
                return List.of();
            }
            named = List.of(folder);
        }
        List<Path> folders = new ArrayList<>();
        for (File folder : named) {
            if (!folder.isDirectory()) {
                throw new MojoExecutionException("the schema folder " + folder
                        + " does not exist; set <sourceDirectories> (or -Dsluice.sourceDirectories)");
            }
            folders.add(folder.toPath());
        }
        return folders;
    }

    /** Folders in which imports are looked up without being named; none. */
    List<Path> ownImportFolders() {
        return List.of();
    }

    final List<Path> importFolders() throws MojoExecutionException {
        List<Path> folders = new ArrayList<>(ownImportFolders());
        for (File folder : importDirectories) {
            if (!Files.isDirectory(folder.toPath())) {
                throw new MojoExecutionException("the import folder " + folder + " does not exist");
            }
            folders.add(folder.toPath());
        }
        return folders;
    }
}
