package dev.sluice.cli;

import dev.sluice.schema.emit.DescriptorContent;
import dev.sluice.schema.emit.DescriptorSetWriter;
import dev.sluice.schema.io.WholeFile;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Path;
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
        Path target = PathArgument.of(NAME, out);
        SchemaSet set = input.read(schemas);
        DescriptorContent content = new DescriptorContent(sourceInfo, retainOptions);
        if (out.equals("-")) {
            DescriptorSetWriter.write(set.files(), content, console.out());
        } else {
            WholeFile.writeTo(target, file -> DescriptorSetWriter.write(set.files(), content, file));
        }
        return ExitStatus.CLEAN;
    }
}
