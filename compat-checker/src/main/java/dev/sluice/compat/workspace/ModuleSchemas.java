package dev.sluice.compat.workspace;

import dev.sluice.compat.config.SchemaModule;
import dev.sluice.schema.model.SchemaSet;
import java.util.Map;

/**
 * The schemas of one module.
 *
 * @param set the module's files, and what they import
 * @param paths where files are, from the folder of the configuration file, by what imports call them; a file that is
 *     missing is where imports say
 */
public record ModuleSchemas(SchemaModule module, SchemaSet set, Map<String, String> paths) {
    public ModuleSchemas {
        paths = Map.copyOf(paths);
    }

    /** A set that is not divided into modules. */
    public static ModuleSchemas whole(SchemaModule module, SchemaSet set) {
        return new ModuleSchemas(module, set, Map.of());
    }

    /** Where the file is that imports call {@code importName}. */
    public String pathOf(String importName) {
        return paths.getOrDefault(importName, importName);
    }
}
