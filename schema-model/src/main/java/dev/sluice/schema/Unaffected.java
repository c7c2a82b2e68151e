package dev.sluice.schema;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.model.UnlinkedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that can be linked although others cannot be read: those that import none of the latter, directly or not. Linking
 * them finds their problems in the same run, without complaints that follow from what is missing.
 */
final class Unaffected {
    private Unaffected() {}

    /** @param unreadable the paths of the files that cannot be read */
    static List<UnlinkedFile> of(List<UnlinkedFile> files, Set<String> unreadable) {
        Set<String> affected = new HashSet<>(unreadable);
        List<UnlinkedFile> unaffected = new ArrayList<>(files);
        while (unaffected.removeIf(file -> touches(file.proto(), affected))) {
            continue;
        }
        return unaffected;
    }

    private static boolean touches(FileProto file, Set<String> affected) {
        for (List<String> imports : List.of(file.dependencies(), file.optionDependencies())) {
            for (String imported : imports) {
                if (affected.contains(imported)) {
                    affected.add(file.name());
                    return true;
                }
            }
        }
        return affected.contains(file.name());
    }
}
