package dev.sluice.cli;

import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import dev.sluice.codegen.jsonsource.JsonBindings;
import dev.sluice.codegen.jsonsource.SchemaFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code sluice generate SCHEMAS --out DIR}. */
final class GenerateCommand implements Command {
    private static final String NAME = "generate";
    private static final String PACKAGE = "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*";

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        Arguments parsed = new Arguments(NAME, arguments);
        GeneratorOptions options = new GeneratorOptions(false, parsed.flag("--allow-uncompiled-rules"));
        boolean ofJsonSchemas = parsed.flag("--json-schema");
        Optional<String> javaPackage = parsed.value("--package");
        if (ofJsonSchemas) {
            if (options.allowUncompiledRules()) {
                throw CommandFailure.usage(NAME, "--allow-uncompiled-rules does not go with --json-schema");
            }
            return ofJsonSchemas(parsed, javaPackage.orElse(""), console);
        }
        if (javaPackage.isPresent()) {
            throw CommandFailure.usage(
                    NAME, "--package goes with --json-schema; a .proto file has the option java_package");
        }
        return Generation.run(
                NAME,
                parsed,
                console,
                set -> Generator.generate(
                        set, options, uncompiled -> console.err().println(uncompiled.warning())));
    }

    private static int ofJsonSchemas(Arguments parsed, String javaPackage, Console console)
            throws CommandFailure, IOException {
        String out = parsed.value("--out").orElse("");
        String schemas = parsed.words(1, 1, "the folder to read").get(0);
        Path folder = Generation.folder(NAME, out);
        if (!javaPackage.isEmpty() && !javaPackage.matches(PACKAGE)) {
            throw CommandFailure.usage(NAME, "--package " + javaPackage + " is no Java package");
        }
        if (javaPackage.equals("java") || javaPackage.startsWith("java.")) {
            throw CommandFailure.usage(NAME, "--package " + javaPackage + " is one that Java reserves for itself");
        }
        Map<String, byte[]> files = read(schemas);
        return Generation.write(
                NAME, out, folder, Generation.generate(NAME, () -> JsonBindings.of(files, javaPackage)), console);
    }

    private static Map<String, byte[]> read(String schemas) throws CommandFailure {
        Path source = PathArgument.of(NAME, schemas);
        if (!Files.isDirectory(source)) {
            throw CommandFailure.input(List.of("sluice generate: " + schemas + " is not a folder"));
        }
        Map<String, byte[]> files;
        try {
            files = SchemaFolder.read(source);
        } catch (IOException e) {
            throw CommandFailure.input(List.of("sluice generate: cannot read " + schemas + ": " + e.getMessage()));
        }
        if (files.isEmpty()) {
            throw CommandFailure.input(List.of("sluice generate: " + schemas + " has no .json files"));
        }
        return files;
    }
}
