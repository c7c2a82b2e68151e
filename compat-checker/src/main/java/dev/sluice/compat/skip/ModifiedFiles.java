package dev.sluice.compat.skip;

import dev.sluice.schema.concurrent.Ahead;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.parse.Names;
import dev.sluice.schema.parse.ParsedFile;
import dev.sluice.schema.parse.ProtoParser;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that both sources have, with different text.
 *
 * @param olds those of the old source that could be parsed without a problem, by path
 * @param news the same of the new source, with positions where they are few
 */
record ModifiedFiles(Map<String, ParsedFile> olds, Map<String, ParsedFile> news) {
    /** Of so many files it is likely that each has findings. */
    private static final int FEW = 8;

    /** Files about which nothing has been found out. */
    static ModifiedFiles unknown() {
        return new ModifiedFiles(Map.of(), Map.of());
    }

    static ModifiedFiles of(List<String> paths, SchemaSource olds, SchemaSource news) throws IOException {
        Ahead<Map<String, ParsedFile>> ofOld = Ahead.start(() -> parse(paths, olds, null));
        // Findings have positions in the new file.
        SourceInfoForm form = paths.size() <= FEW ? SourceInfoForm.SCREEN : null;
        Map<String, ParsedFile> ofNew = parse(paths, news, form);
        if (form != null) {
            Ahead.start(new Locating(ofNew.values()));
        }
        return new ModifiedFiles(ofOld.get(), ofNew);
    }

    private static Map<String, ParsedFile> parse(List<String> paths, SchemaSource source, @Nullable SourceInfoForm form)
            throws IOException {
        source.prefetch(paths);
        Map<String, ParsedFile> files = new HashMap<>();
        Names names = new Names();
        for (String path : paths) {
            Problems problems = new Problems();
            Optional<byte[]> text = source.read(path);
            if (text.isPresent()) {
                ParsedFile file = ProtoParser.parse(path, text.get(), problems, form, names);
                if (problems.isEmpty()) {
                    files.put(path, file);
                }
            }
        }
        return files;
    }

    /** Finds positions that were asked for before they are needed. */
    private record Locating(Collection<ParsedFile> files) implements Ahead.Reading<Integer> {
        @Override
        public Integer read() {
            for (ParsedFile file : files) {
                file.sourceInfo();
            }
            return files.size();
        }
    }

    /** Whether files that import this one may mean something else because of how it differs. */
    boolean isVisiblyDifferent(String path) {
        ParsedFile old = olds.get(path);
        ParsedFile now = news.get(path);
        return old == null || now == null || VisibleChange.between(old.proto(), now.proto());
    }

    /** Whether each of the new files is known, and imports only what the old one imports. */
    boolean importNothingNew() {
        for (ParsedFile now : news.values()) {
            ParsedFile old = olds.get(now.proto().name());
            if (old == null || !imports(old.proto()).containsAll(imports(now.proto()))) {
                return false;
            }
        }
        return !news.isEmpty() && news.size() == olds.size();
    }

    private static Set<String> imports(FileProto file) {
        Set<String> imports = new HashSet<>(file.dependencies());
        imports.addAll(file.optionDependencies());
        return imports;
    }
}
