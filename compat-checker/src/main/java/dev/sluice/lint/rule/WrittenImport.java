package dev.sluice.lint.rule;

import dev.sluice.schema.model.Import;
import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.List;

/**
 * An import and where it is written.
 *
 * @param path the source-info path of the import statement
 */
@SuppressWarnings("ArrayRecordComponent")
public record WrittenImport(Import imported, int[] path) {
    private static final int DEPENDENCY = 3;
    private static final int OPTION_DEPENDENCY = 15;

    /** The imports of a file, in order. */
    public static List<WrittenImport> of(SchemaFile file) {
        List<WrittenImport> imports = new ArrayList<>();
        int plain = 0;
        int option = 0;
        for (Import imported : file.imports()) {
            int[] path = imported.kind() == Import.Kind.OPTION
                    ? new int[] {OPTION_DEPENDENCY, option++}
                    : new int[] {DEPENDENCY, plain++};
            imports.add(new WrittenImport(imported, path));
        }
        return imports;
    }

    SchemaFile file() {
        return imported.file();
    }
}
