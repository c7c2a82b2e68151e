package dev.sluice.compat.input;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Position;
import dev.sluice.compat.report.Excerpts;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.parse.ParsedFile;
import dev.sluice.schema.parse.ProtoParser;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Excerpts of the files of both sides, read once more; a side that is a descriptor set has none. */
public final class SourceExcerpts implements Excerpts {
    private static final int MOST_LINES = 6;

    private final CheckSide old;
    private final CheckSide now;

    public SourceExcerpts(CheckSide old, CheckSide now) {
        this.old = old;
        this.now = now;
    }

    @Override
    public Excerpt of(Finding finding) {
        List<String> before = finding.oldElement().isEmpty() ? List.of() : before(finding);
        boolean isGone = finding.rule().contains("_NO_DELETE");
        List<String> after = isGone || finding.newPath().isEmpty()
                ? List.of()
                : lines(text(now, finding.newPath().get()), finding.position());
        return new Excerpt(before, after);
    }

    private List<String> before(Finding finding) {
        Optional<byte[]> text = text(old, finding.oldPath());
        if (text.isEmpty()) {
            return List.of();
        }
        ParsedFile parsed = ProtoParser.parse(finding.oldPath(), text.get(), new Problems(), true);
        SourceInfo info = parsed.sourceInfo();
        if (info == null) {
            return List.of();
        }
        int[] path = finding.oldElement().stream().mapToInt(Integer::intValue).toArray();
        for (SourceInfo.Location location : info.locations()) {
            if (Arrays.equals(location.path(), path)) {
                int[] span = location.span();
                return lines(text, new Position(span[0] + 1, 1, span[2] + 1, 1));
            }
        }
        return List.of();
    }

    private static Optional<byte[]> text(CheckSide side, String path) {
        if (!(side instanceof CheckSide.Tree tree)) {
            return Optional.empty();
        }
        SchemaSource source = tree.source();
        try {
            return source.read(path);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The lines of a stretch; of a long one the first ones. */
    private static List<String> lines(Optional<byte[]> text, Position stretch) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> all =
                new String(text.get(), StandardCharsets.UTF_8).lines().toList();
        int from = stretch.startLine() - 1;
        int to = Math.min(stretch.endLine(), all.size());
        if (from >= to) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(all.subList(from, Math.min(to, from + MOST_LINES)));
        if (to - from > MOST_LINES) {
            lines.add("…");
        }
        return lines;
    }
}
