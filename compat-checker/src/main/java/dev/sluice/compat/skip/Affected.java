package dev.sluice.compat.skip;

import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.SharedFiles;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.SourceChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files a check has to compare.
 *
 * @param olds paths in the old source, sorted
 * @param news paths in the new source, sorted
 * @param whole whether these are all files of both
 * @param outlines whether of the other files it is enough to read what these see of them: nothing that they import is new
 *     to them, or gone
 * @param ofOld those that are known to have the same text in both, and what has been parsed of the old source
 * @param ofNew the same for the new source
 */
public record Affected(
        List<String> olds, List<String> news, boolean whole, boolean outlines, SharedFiles ofOld, SharedFiles ofNew) {
    /** So many files are compared faster than it is found out whether others can be left out. */
    private static final int FEW = 16;

    /** Where one file changed for each so many that did not, reading all takes less time than finding out about them. */
    private static final int SHARE = 8;

    public Affected {
        olds = List.copyOf(olds);
        news = List.copyOf(news);
    }

    /**
     * Finds the files that differ and those that may mean something else because of it.
     *
     * @param optionsCount whether rules look at the values of custom options, so that every change of a file counts for
     *     those that import it
     * @throws IOException if a source cannot be read
     */
    public static Affected of(SchemaSource olds, SchemaSource news, SchemaReader reader, boolean optionsCount)
            throws IOException {
        SourceChanges changed = ChangedFiles.between(olds, news);
        if (changed.count() == 0 && news.list().isEmpty()) {
            return everything(olds, news);
        }
        SharedFiles shared = SharedFiles.allBut(changed.paths());
        if (changed.count() > FEW && changed.count() >= unchanged(changed, news).size() / SHARE) {
            return everything(olds, news, shared);
        }
        List<String> seen = new ArrayList<>(changed.deleted());
        for (String path : changed.added()) {
            if (reader.findsImport(path)) {
                seen.add(path);
            }
        }
        ModifiedFiles modified =
                optionsCount ? ModifiedFiles.unknown() : ModifiedFiles.of(changed.modified(), olds, news);
        for (String path : changed.modified()) {
            if (modified.isVisiblyDifferent(path)) {
                seen.add(path);
            }
        }
        Set<String> dependents = seen.isEmpty() ? Set.of() : dependents(seen, changed, olds, news);
        if (dependents.size() > FEW
                && dependents.size() > unchanged(changed, news).size() / 2) {
            return everything(olds, news, shared);
        }
        return new Affected(
                with(changed.deleted(), changed.modified(), dependents, olds),
                with(changed.added(), changed.modified(), dependents, news),
                false,
                changed.count() == changed.modified().size() && modified.importNothingNew(),
                shared.with(modified.olds()),
                shared.with(modified.news()));
    }

    /** All files of both sides. */
    public static Affected everything(SchemaSource olds, SchemaSource news) throws IOException {
        return everything(olds, news, SharedFiles.none());
    }

    private static Affected everything(SchemaSource olds, SchemaSource news, SharedFiles shared) throws IOException {
        return new Affected(olds.list(), news.list(), true, false, shared, shared);
    }

    /** Whether nothing has to be compared. */
    public boolean isEmpty() {
        return olds.isEmpty() && news.isEmpty();
    }

    private static Set<String> dependents(
            List<String> seen, SourceChanges changed, SchemaSource olds, SchemaSource news) throws IOException {
        Dependents dependents = new Dependents();
        dependents.add(olds, changed.deleted());
        dependents.add(olds, changed.modified());
        dependents.add(news, changed.modified());
        dependents.add(news, changed.added());
        dependents.add(news, unchanged(changed, news));
        return dependents.of(seen);
    }

    private static List<String> unchanged(SourceChanges changed, SchemaSource news) throws IOException {
        List<String> unchanged = new ArrayList<>(news.list());
        unchanged.removeAll(changed.paths());
        return unchanged;
    }

    private static List<String> with(
            List<String> oneSided, List<String> modified, Set<String> dependents, SchemaSource source)
            throws IOException {
        Set<String> paths = new TreeSet<>(dependents);
        if (!paths.isEmpty()) {
            paths.retainAll(new HashSet<>(source.list()));
        }
        paths.addAll(oneSided);
        paths.addAll(modified);
        return List.copyOf(paths);
    }
}
