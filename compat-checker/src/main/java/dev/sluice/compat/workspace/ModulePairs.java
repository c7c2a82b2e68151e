package dev.sluice.compat.workspace;

import dev.sluice.schema.model.SchemaFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Old modules with the new ones they became: those of the same name, then those in the same folder, then those that
 * share the most files. Two sides with one module each are a pair in any case.
 *
 * @param pairs in the order of the old modules
 * @param missing the old modules that no new one goes with
 */
public record ModulePairs(List<Pair> pairs, List<ModuleSchemas> missing) {
    public ModulePairs {
        pairs = List.copyOf(pairs);
        missing = List.copyOf(missing);
    }

    /** An old module and a new one. */
    public record Pair(ModuleSchemas old, ModuleSchemas now) {}

    /** Pairs the modules of two sides. */
    public static ModulePairs of(List<ModuleSchemas> olds, List<ModuleSchemas> news) {
        if (olds.size() == 1 && news.size() == 1) {
            return new ModulePairs(List.of(new Pair(olds.get(0), news.get(0))), List.of());
        }
        @Nullable ModuleSchemas[] partners = new ModuleSchemas[olds.size()];
        List<ModuleSchemas> free = new ArrayList<>(news);
        pair(olds, partners, free, ModulePairs::haveSameName);
        pair(olds, partners, free, ModulePairs::haveSamePlace);
        pair(
                olds,
                partners,
                free,
                (old, now) -> old.module().path().equals(now.module().path()));
        pairBySharedFiles(olds, partners, free);
        List<Pair> pairs = new ArrayList<>();
        List<ModuleSchemas> missing = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            ModuleSchemas partner = partners[i];
            if (partner == null) {
                missing.add(olds.get(i));
            } else {
                pairs.add(new Pair(olds.get(i), partner));
            }
        }
        return new ModulePairs(pairs, missing);
    }

    private static void pair(
            List<ModuleSchemas> olds,
            @Nullable ModuleSchemas[] partners,
            List<ModuleSchemas> free,
            BiPredicate<ModuleSchemas, ModuleSchemas> isPair) {
        for (int i = 0; i < partners.length; i++) {
            for (int j = 0; partners[i] == null && j < free.size(); j++) {
                if (isPair.test(olds.get(i), free.get(j))) {
                    partners[i] = free.remove(j);
                }
            }
        }
    }

    private static boolean haveSameName(ModuleSchemas old, ModuleSchemas now) {
        return old.module().name().isPresent()
                && old.module().name().equals(now.module().name());
    }

    private static boolean haveSamePlace(ModuleSchemas old, ModuleSchemas now) {
        return old.module().path().equals(now.module().path())
                && old.module().includes().equals(now.module().includes());
    }

    private static void pairBySharedFiles(
            List<ModuleSchemas> olds, @Nullable ModuleSchemas[] partners, List<ModuleSchemas> free) {
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] != null) {
                continue;
            }
            ModuleSchemas best = null;
            int most = 0;
            for (ModuleSchemas candidate : free) {
                int shared = sharedFiles(olds.get(i), candidate);
                if (shared > most) {
                    most = shared;
                    best = candidate;
                }
            }
            if (best != null) {
                free.remove(best);
                partners[i] = best;
            }
        }
    }

    private static int sharedFiles(ModuleSchemas old, ModuleSchemas now) {
        Set<String> names = new HashSet<>();
        for (SchemaFile file : old.set().requestedFiles()) {
            names.add(file.filePath());
        }
        int shared = 0;
        for (SchemaFile file : now.set().requestedFiles()) {
            if (names.contains(file.filePath())) {
                shared++;
            }
        }
        return shared;
    }
}
