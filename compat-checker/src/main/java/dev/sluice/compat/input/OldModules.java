package dev.sluice.compat.input;

import dev.sluice.compat.config.SchemaModule;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The modules of an old tree that has no configuration of its own. */
final class OldModules {
    private OldModules() {}

    /** Those of the new modules that the old tree has files of; the whole tree where there is none. */
    static List<SchemaModule> of(SchemaSource olds, List<SchemaModule> news) throws IOException {
        if (news.size() == 1 && news.get(0).isWholeTree()) {
            return news;
        }
        List<String> paths = olds.list();
        List<SchemaModule> found = new ArrayList<>();
        for (SchemaModule module : news) {
            if (paths.stream().anyMatch(path -> module.importName(path).isPresent())) {
                found.add(module);
            }
        }
        return found.isEmpty() ? List.of(SchemaModule.WHOLE) : found;
    }
}
