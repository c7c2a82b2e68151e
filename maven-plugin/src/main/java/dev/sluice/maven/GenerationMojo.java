package dev.sluice.maven;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.GenerationRecord;
import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import dev.sluice.codegen.InputDigest;
import dev.sluice.codegen.OutputFolder;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Generates Java bindings, unless those of the last build are as they would be made now. */
abstract class GenerationMojo extends SchemaMojo {
    /**
     * Whether constraints that cannot be compiled to Java are left unchecked, told as warnings and listed in the Javadoc of
     * {@code validate()}, rather than refused. sluice-protovalidate checks them.
     */
    @Parameter(property = "sluice.allowUncompiledRules", defaultValue = "false")
    private boolean allowUncompiledRules;

    /** Whether bindings are made anew even if nothing has changed. */
    @Parameter(property = "sluice.force", defaultValue = "false")
    private boolean force;

    /**
     * Dependencies, as {@code GROUP:ARTIFACT}, for whose schemas bindings are made too, as if they were in a folder of the project; without a
     * folder, for theirs alone. {@code includes} and {@code excludes} count for them.
     */
    @Parameter(property = "sluice.sourceDependencies")
    private List<String> sourceDependencies = new ArrayList<>();

    /** The source folder to write to. */
    abstract File outputDirectory();

    /** Adds the source folder to those that are compiled. */
    abstract void addSourceRoot(String folder);

    @Override
    final List<String> sourceDependencies() {
        return sourceDependencies;
    }

    @Override
    final void run() throws MojoExecutionException {
        Optional<DependencySchemas> dependencies = dependencySchemas();
        try {
            List<Path> meant = new ArrayList<>();
            for (String dependency : sourceDependencies) {
                meant.addAll(dependencyFiles().of(dependency.strip()));
            }
            SchemaFolders schemas = schemas(dependencies, DependencySchemas.open(meant));
            bringUpToDate(schemas, meant, dependencies);
        } catch (IOException e) {
            throw new MojoExecutionException("bindings cannot be generated: " + e.getMessage(), e);
        }
        addSourceRoot(outputDirectory().getPath());
    }

    private void bringUpToDate(SchemaFolders schemas, List<Path> meant, Optional<DependencySchemas> dependencies)
            throws IOException, MojoExecutionException {
        GenerationRecord record = new GenerationRecord(outputDirectory().toPath());
        String inputs = inputs(schemas, meant);
        OptionalInt current = force ? OptionalInt.empty() : record.current(withUsed(dependencies, record, inputs));
        if (current.isPresent()) {
            getLog().info("bindings are up to date: " + current.getAsInt() + " files");
            return;
        }
        List<GeneratedFile> files = generate(schemas);
        record.clear();
        OutputFolder.Changes changes = new OutputFolder(outputDirectory().toPath()).write(files);
        boolean used = dependencies.filter(DependencySchemas::wereUsed).isPresent();
        record.write(used ? inputs + ":" + dependencies.get().digest() : inputs, files);
        getLog().info("bindings: " + changes.written().size() + " files written, " + changes.unchanged()
                + " unchanged, " + changes.deleted().size() + " stale ones removed");
    }

    /** What the record holds if nothing has changed; dependencies count where the last generation took imports from them. */
    private static String withUsed(Optional<DependencySchemas> dependencies, GenerationRecord record, String inputs)
            throws IOException {
        boolean used = record.inputs().orElse("").startsWith(inputs + ":");
        return used && dependencies.isPresent()
                ? inputs + ":" + dependencies.get().digest()
                : inputs;
    }

    private List<GeneratedFile> generate(SchemaFolders schemas) throws MojoExecutionException {
        SchemaSet set = schemas.read(getLog());
        try {
            GeneratorOptions options = new GeneratorOptions(false, allowUncompiledRules);
            return Generator.generate(set, options, uncompiled -> getLog().warn(uncompiled.warning()));
        } catch (GenerationException e) {
            throw schemas.failure(e.problems(), getLog());
        }
    }

    /** A digest of the plugin, its configuration, which files there are, and what is in them. */
    private String inputs(SchemaFolders schemas, List<Path> dependencies) throws IOException, MojoExecutionException {
        InputDigest digest = new InputDigest();
        digest.add(pluginIdentity())
                .add(Boolean.toString(allowUncompiledRules))
                .add(selection().toString());
        digest.add(schemas.source().list().toString());
        DependencySchemas.addTo(digest, dependencies);
        for (List<Path> folders : List.of(folders(), importFolders())) {
            digest.add(Integer.toString(folders.size()));
            for (Path folder : folders) {
                FolderSource source = new FolderSource(folder);
                for (String path : source.list()) {
                    digest.add(path).add(source.read(path).orElse(new byte[0]));
                }
            }
        }
        return digest.hex();
    }
}
