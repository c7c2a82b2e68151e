package dev.sluice.cli;

import dev.sluice.codegen.Generator;
import dev.sluice.codegen.GeneratorOptions;
import java.io.IOException;
import java.util.List;

/** {@code sluice generate SCHEMAS --out DIR}. */
final class GenerateCommand implements Command {
    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        return Generation.run(
                "generate", arguments, console, set -> Generator.generate(set, GeneratorOptions.DEFAULTS));
    }
}
