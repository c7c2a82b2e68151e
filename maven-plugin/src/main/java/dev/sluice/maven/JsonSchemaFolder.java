package dev.sluice.maven;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.InputDigest;
import dev.sluice.codegen.jsonsource.JsonBindings;
import dev.sluice.codegen.jsonsource.SchemaFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A project's JSON Schemas.
 *
 * @param folder where they are
 * @param javaPackage the Java package of those directly in the folder; may be empty
 * @param files the bytes of each file by its path in the folder
 */
record JsonSchemaFolder(Path folder, String javaPackage, Map<String, byte[]> files) {

    /**
     * Reads a folder.
     *
     * @param isNamed whether the configuration names it, so that it has to be there
     */
    static JsonSchemaFolder read(File folder, boolean isNamed, String javaPackage)
            throws IOException, MojoExecutionException {
        if (!folder.isDirectory()) {
            if (isNamed) {
                throw new MojoExecutionException("the folder of JSON Schemas " + folder
                        + " does not exist; correct <jsonSchemaDirectory> (or -Dsluice.jsonSchemaDirectory)");
            }
            return new JsonSchemaFolder(folder.toPath(), javaPackage, Map.of());
        }
        return new JsonSchemaFolder(folder.toPath(), javaPackage, SchemaFolder.read(folder.toPath()));
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The file on disk at a path of the schemas. */
    String locate(String path) {
        return folder.resolve(path).toString();
    }

    /** Takes everything that bindings depend on into a digest. */
    void addTo(InputDigest digest) {
        digest.add(javaPackage).add(Integer.toString(files.size()));
        files.forEach((path, bytes) -> digest.add(path).add(bytes));
    }

    /**
     * The bindings.
     *
     * @throws dev.sluice.codegen.GenerationException if something is wrong with the schemas
     */
    List<GeneratedFile> generate() {
        return files.isEmpty() ? List.of() : JsonBindings.of(files, javaPackage);
    }
}
