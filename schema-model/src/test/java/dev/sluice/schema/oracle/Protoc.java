package dev.sluice.schema.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Official protoc, from Maven Central. */
final class Protoc {
    private static final Path BUILD = Path.of(System.getProperty("sluice.build"));

    /** Where the schemas that come with protobuf are. */
    static final Path WELL_KNOWN = BUILD.resolve("classes/dev/sluice/schema/wellknown");

    private final Path program;

    Protoc() {
        program = BUILD.resolve("protoc/protoc.exe");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /** What protoc said: the bytes of the descriptor set, or its complaint. */
    record Answer(boolean accepted, byte[] set, String complaint) {}

    /** Compiles files with imports, positions and all options kept. */
    Answer compile(List<Path> roots, List<String> files, Path scratch) throws IOException, InterruptedException {
        return compile(
                roots, files, scratch, List.of("--include_imports", "--include_source_info", "--retain_options"));
    }

    Answer compile(List<Path> roots, List<String> files, Path scratch, List<String> flags)
            throws IOException, InterruptedException {
        Path set = scratch.resolve("set.binpb");
        Path log = scratch.resolve("log.txt");
        Files.deleteIfExists(set);
        List<String> arguments = new ArrayList<>(flags);
        arguments.add("--experimental_editions");
        for (Path root : roots) {
            arguments.add("-I" + root);
        }
        arguments.add("-I" + WELL_KNOWN);
        arguments.add("--descriptor_set_out=" + set);
        arguments.addAll(files);
        Path argumentFile = scratch.resolve("arguments.txt");
        Files.write(argumentFile, arguments);
        Process process = new ProcessBuilder(program.toString(), "@" + argumentFile)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("protoc did not end within 5 minutes");
        }
        boolean accepted = process.exitValue() == 0 && Files.exists(set);
        return new Answer(accepted, accepted ? Files.readAllBytes(set) : new byte[0], Files.readString(log));
    }
}
