package dev.sluice.schema;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
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
    private final ThreadLocal<Names> names = ThreadLocal.withInitial(Names::new);

    SourceParser(Problems problems, SharedFiles shared) {
        this.problems = problems;
        this.shared = shared;
    }

    /** Parses the files at these paths; one that cannot be read is a problem and left out. */
    List<UnlinkedFile> parse(SchemaSource source, List<String> paths, boolean requested) {
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

    private @Nullable UnlinkedFile parse(SchemaSource source, String path, boolean requested) {
        FileProto proto = shared.find(path);
        if (proto == null) {
            Problems found = new Problems();
            ParsedFile parsed = parse(source, path, found, null, names.get());
            problems.addAll(found);
            if (parsed == null) {
                return null;
            }
            proto = parsed.proto();
            if (found.isEmpty()) {
                shared.add(proto);
            }
        }
        return new UnlinkedFile(
                proto,
                requested,
                () -> Optional.ofNullable(reparse(source, path, SourceInfoForm.PROTOC))
                        .map(ParsedFile::sourceInfo),
                (file, form) -> mapped(source, path, file, form));
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

    /** Parses a file once more, for its positions; its problems are known already. */
    private static @Nullable ParsedFile reparse(SchemaSource source, String path, SourceInfoForm form) {
        return parse(source, path, new Problems(), form, new Names());
    }

    private static Optional<SourceInfo> mapped(SchemaSource source, String path, SchemaFile file, SourceInfoForm form) {
        ParsedFile parsed = reparse(source, path, form);
        if (parsed == null || parsed.sourceInfo() == null) {
            return Optional.empty();
        }
        return Optional.of(SourceInfoMapper.map(file, parsed.proto(), parsed.sourceInfo(), form));
    }
}
