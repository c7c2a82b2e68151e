package dev.sluice.maven;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.GenerationRecord;
import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import dev.sluice.codegen.InputDigest;
import dev.sluice.codegen.OccupiedException;
import dev.sluice.codegen.OutputFolder;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.source.FolderSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
     * The Java package of the JSON Schemas directly in their folder; the folders within it are packages within that. It may be
     * left out where all are in such folders.
     */
    @Parameter(property = "sluice.jsonSchemaPackage", defaultValue = "")
    private String jsonSchemaPackage = "";

    /**
     * Dependencies, as {@code GROUP:ARTIFACT}, for whose schemas bindings are made too, as if they were in a folder of the project; without a
     * folder, for theirs alone. {@code includes} and {@code excludes} count for them.
     */
    @Parameter(property = "sluice.sourceDependencies")
    private List<String> sourceDependencies = new ArrayList<>();

    /** The source folder to write to. */
    abstract File outputDirectory();

    /** The folder of JSON Schemas that the configuration names. */
    abstract Optional<File> jsonSchemaDirectory();

    /** Where JSON Schemas are, below the project's folder, where the configuration names no folder. */
    abstract String defaultJsonSchemaFolder();

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

    @Override
    final boolean needsNoFolder() throws MojoExecutionException {
        return !sourceDependencies.isEmpty() || !jsonSchemas().isEmpty();
    }

    private JsonSchemaFolder jsonSchemas() throws MojoExecutionException {
        Optional<File> named = jsonSchemaDirectory();
        File folder = named.orElse(new File(project().getBasedir(), defaultJsonSchemaFolder()));
        try {
            // Maven gives null where the property is set to nothing.
            String javaPackage = Objects.requireNonNullElse(jsonSchemaPackage, "");
            return JsonSchemaFolder.read(folder, named.isPresent(), javaPackage);
        } catch (IOException e) {
            throw new MojoExecutionException("the JSON Schemas cannot be read: " + e.getMessage(), e);
        }
    }

    private void bringUpToDate(SchemaFolders schemas, List<Path> meant, Optional<DependencySchemas> dependencies)
            throws IOException, MojoExecutionException {
        GenerationRecord record = new GenerationRecord(outputDirectory().toPath());
        JsonSchemaFolder jsonSchemas = jsonSchemas();
        String inputs = inputs(schemas, meant, jsonSchemas);
        OptionalInt current = force ? OptionalInt.empty() : record.current(withUsed(dependencies, record, inputs));
        if (current.isPresent()) {
            getLog().info("bindings are up to date: " + current.getAsInt() + " files");
            return;
        }
        List<GeneratedFile> files = generate(schemas, jsonSchemas);
        record.clear();
        OutputFolder.Changes changes = write(files);
        boolean used = dependencies.filter(DependencySchemas::wereUsed).isPresent();
        record.write(used ? inputs + ":" + dependencies.get().digest() : inputs, files);
        getLog().info("bindings: " + changes.written().size() + " files written, " + changes.unchanged()
                + " unchanged, " + changes.deleted().size() + " stale ones removed");
    }

    private OutputFolder.Changes write(List<GeneratedFile> files) throws IOException, MojoExecutionException {
        OutputFolder.Changes changes;
        try {
            changes = new OutputFolder(outputDirectory().toPath()).write(files);
        } catch (OccupiedException e) {
            e.lines().forEach(getLog()::error);
            throw new MojoExecutionException("bindings cannot be generated: " + e.getMessage());
        }
        for (String path : changes.kept()) {
            getLog().warn(outputDirectory().toPath().resolve(path)
                    + ": this file is generated no more, but somebody has replaced it; it is left");
        }
        return changes;
    }

    /** What the record holds if nothing has changed; dependencies count where the last generation took imports from them. */
    private static String withUsed(Optional<DependencySchemas> dependencies, GenerationRecord record, String inputs)
            throws IOException {
        boolean used = record.inputs().orElse("").startsWith(inputs + ":");
        return used && dependencies.isPresent()
                ? inputs + ":" + dependencies.get().digest()
                : inputs;
    }

    private List<GeneratedFile> generate(SchemaFolders schemas, JsonSchemaFolder jsonSchemas)
            throws MojoExecutionException {
        List<GeneratedFile> files = new ArrayList<>();
        if (!folders().isEmpty() || !sourceDependencies.isEmpty()) {
            files.addAll(generate(schemas));
        }
        Set<String> paths = new HashSet<>();
        files.forEach(file -> paths.add(file.path()));
        for (GeneratedFile file : ofJsonSchemas(jsonSchemas)) {
            if (!paths.add(file.path())) {
                throw new MojoExecutionException("a JSON Schema and a .proto file both give " + file.path()
                        + "; set another <jsonSchemaPackage>");
            }
            files.add(file);
        }
        return files;
    }

    private List<GeneratedFile> ofJsonSchemas(JsonSchemaFolder jsonSchemas) throws MojoExecutionException {
        try {
            return jsonSchemas.generate();
        } catch (GenerationException e) {
            throw SchemaFolders.failure(e.problems(), jsonSchemas::locate, getLog());
        }
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
    private String inputs(SchemaFolders schemas, List<Path> dependencies, JsonSchemaFolder jsonSchemas)
            throws IOException, MojoExecutionException {
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
        jsonSchemas.addTo(digest);
        return digest.hex();
    }
}
