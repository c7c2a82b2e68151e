package dev.sluice.cli;

import dev.sluice.codegen.jsonschema.JsonSchemas;
import java.io.IOException;
import java.util.List;

/** {@code sluice json-schema SCHEMAS --out DIR}. */
final class JsonSchemaCommand implements Command {
    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure, IOException {
        return Generation.run("json-schema", new Arguments("json-schema", arguments), console, JsonSchemas::of);
    }
}
