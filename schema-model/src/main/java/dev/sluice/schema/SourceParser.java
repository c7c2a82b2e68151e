package dev.sluice.schema;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.FilePositions;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.option.SourceInfoMapper;
import dev.sluice.schema.parse.Names;
import dev.sluice.schema.parse.ParsedFile;
import dev.sluice.schema.parse.ProtoParser;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses files of a source, several at a time. */
final class SourceParser {
    private final Problems problems;
    private final SharedFiles shared;

    /** Files read by the same thread share their strings. */
    private final ThreadLocal<Names> names = new ThreadLocal<>() {
        @Override
        protected Names initialValue() {
            return new Names();
        }
    };

    SourceParser(Problems problems, SharedFiles shared) {
        this.problems = problems;
        this.shared = shared;
    }

    /** Parses the files at these paths; one that cannot be read is a problem and left out. */
    List<UnlinkedFile> parse(SchemaSource source, List<String> paths, boolean requested) {
        if (paths.size() == 1) {
            UnlinkedFile file = parse(source, paths.get(0), requested);
            return file == null ? List.of() : List.of(file);
        }
        @Nullable UnlinkedFile[] parsed = new UnlinkedFile[paths.size()];
        Parallel.forEach(parsed.length, i -> parsed[i] = parse(source, paths.get(i), requested));
        List<UnlinkedFile> files = new ArrayList<>(parsed.length);
        for (UnlinkedFile file : parsed) {
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    /** Parses one file; null where it cannot be read, which is a problem. */
    @Nullable
    UnlinkedFile parse(SchemaSource source, String path, boolean requested) {
        ParsedFile parsed = shared.find(path);
        if (parsed == null) {
            Problems found = new Problems();
            parsed = parse(source, path, found, null, names.get());
            problems.addAll(found);
            if (parsed == null) {
                return null;
            }
            if (found.isEmpty()) {
                shared.add(parsed);
            }
        }
        return new UnlinkedFile(parsed.proto(), requested, Positions.of(source, parsed));
    }

    private static @Nullable ParsedFile parse(
            SchemaSource source, String path, Problems problems, @Nullable SourceInfoForm form, Names names) {
        try {
            Optional<byte[]> text = source.read(path);
            if (text.isPresent()) {
                return ProtoParser.parse(path, text.get(), problems, form, names);
            }
            problems.add(path, "is not there any more");
        } catch (IOException e) {
            problems.add(path, "cannot be read: " + e.getMessage());
        }
        return null;
    }

    /**
     * The positions of a parsed file: those that were recorded, as they are shown, else those of parsing it once more.
     *
     * @param located the file, where positions were recorded: otherwise it is not kept for longer than it is needed
     */
    private record Positions(
            SchemaSource source, String path, @Nullable ParsedFile located) implements FilePositions {
        static Positions of(SchemaSource source, ParsedFile file) {
            return new Positions(source, file.proto().name(), file.hasPositions() ? file : null);
        }

        @Override
        public Optional<SourceInfo> written(SourceInfoForm form) {
            ParsedFile file = file(form);
            return file == null ? Optional.empty() : Optional.ofNullable(file.sourceInfo());
        }

        @Override
        public Optional<SourceInfo> linked(SchemaFile linked, SourceInfoForm form) {
            ParsedFile file = file(form);
            if (file == null) {
                return Optional.empty();
            }
            SourceInfo written = file.sourceInfo();
            return written == null
                    ? Optional.empty()
                    : Optional.of(SourceInfoMapper.map(linked, file.proto(), written, form));
        }

        /** The file with positions of this form; its problems are known already. */
        private @Nullable ParsedFile file(SourceInfoForm form) {
            return located != null && form == SourceInfoForm.SCREEN
                    ? located
                    : parse(source, path, new Problems(), form, new Names());
        }
    }
}
