package dev.sluice.cli;

import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import java.io.IOException;
import java.util.List;

/** {@code sluice generate SCHEMAS --out DIR}. */
final class GenerateCommand implements Command {
    private static final String NAME = "generate";

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        Arguments parsed = new Arguments(NAME, arguments);
        GeneratorOptions options = new GeneratorOptions(false, parsed.flag("--allow-uncompiled-rules"));
        return Generation.run(
                NAME,
                parsed,
                console,
                set -> Generator.generate(
                        set, options, uncompiled -> console.err().println(uncompiled.warning())));
    }
}
