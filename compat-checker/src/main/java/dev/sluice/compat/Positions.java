package dev.sluice.compat;

import dev.sluice.compat.finding.Position;
import dev.sluice.compat.rule.Anchor;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.SchemaFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The positions of one file, by source-info path. */
final class Positions {
    private final Map<Path, int[]> spans;

    private Positions(Map<Path, int[]> spans) {
        this.spans = spans;
    }

    /** A source-info path as a map key. */
    private static final class Path {
        private final int[] numbers;

        Path(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Path path && Arrays.equals(numbers, path.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    static Positions of(SchemaFile file) {
        Map<Path, int[]> spans = new HashMap<>();
        Optional<SourceInfo> info = file.sourceInfo(SourceInfoForm.SCREEN);
        if (info.isPresent()) {
            for (SourceInfo.Location location : info.get().locations()) {
                spans.putIfAbsent(new Path(location.path()), location.span());
            }
        }
        return new Positions(spans);
    }

    Position find(Anchor anchor) {
        for (int[] path : anchor.paths()) {
            int[] span = spans.get(new Path(path));
            if (span != null) {
                return new Position(span[0] + 1, span[1] + 1, span[2] + 1, span[3] + 1);
            }
        }
        return Position.START;
    }
}
