package dev.sluice.compat;

import dev.sluice.compat.finding.Position;
import dev.sluice.compat.rule.Anchor;
import dev.sluice.schema.descriptor.LocationIndex;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.SchemaFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The positions of one file, by source-info path. */
final class Positions {
    private final SchemaFile file;
    private final LocationIndex written;
    private @Nullable LocationIndex interpreted;

    private Positions(SchemaFile file) {
        this.file = file;
        this.written = LocationIndex.of(file.writtenSourceInfo(SourceInfoForm.SCREEN));
    }

    static Positions of(SchemaFile file) {
        return new Positions(file);
    }

    Position find(Anchor anchor) {
        for (int[] path : anchor.paths()) {
            Optional<Location> location = find(path);
            if (location.isPresent()) {
                return Position.ofSpan(location.get().span());
            }
        }
        return Position.START;
    }

    private Optional<Location> find(int[] path) {
        return written.leadsIntoUninterpreted(path) ? interpreted().find(path) : written.find(path);
    }

    /** The positions with options where they are interpreted, which takes longer to find out. */
    private LocationIndex interpreted() {
        LocationIndex known = interpreted;
        if (known == null) {
            known = LocationIndex.of(file.sourceInfo(SourceInfoForm.SCREEN));
            interpreted = known;
        }
        return known;
    }
}
