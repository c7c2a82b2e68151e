package dev.sluice.cli;

import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.model.SchemaSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** {@code sluice build SCHEMAS --out SET.binpb}. */
final class BuildCommand implements Command {
    private static final String NAME = "build";

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        Arguments parsed = new Arguments(NAME, arguments);
        boolean sourceInfo = !parsed.flag("--no-source-info");
        boolean retainOptions = parsed.flag("--retain-options");
        String out = parsed.value("--out").orElse("");
        SchemaInput input = SchemaInput.of(NAME, parsed);
        String schemas =
                parsed.words(1, 1, "the folder or descriptor set to read").get(0);
        if (out.isEmpty()) {
            throw CommandFailure.usage(NAME, "--out is missing");
        }
        SchemaSet set = input.read(schemas);
        DescriptorContent content = new DescriptorContent(sourceInfo, retainOptions);
        if (out.equals("-")) {
            DescriptorSetWriter.write(set.files(), content, console.out());
        } else {
            write(set, content, Path.of(out));
        }
        return ExitStatus.CLEAN;
    }

    /** Writes beside the target first, so that a write that fails leaves what was there. */
    private static void write(SchemaSet set, DescriptorContent content, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                DescriptorSetWriter.write(set.files(), content, file);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
