package dev.sluice.compat;

import dev.sluice.compat.finding.Position;
import dev.sluice.compat.rule.Anchor;
import dev.sluice.schema.descriptor.LocationIndex;
import dev.sluice.schema.descriptor.SourceInfo.Location;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.SchemaFile;
import java.util.Optional;

/** The positions of one file, by source-info path. */
final class Positions {
    private final LocationIndex locations;

    private Positions(LocationIndex locations) {
        this.locations = locations;
    }

    static Positions of(SchemaFile file) {
        return new Positions(LocationIndex.of(file.sourceInfo(SourceInfoForm.SCREEN)));
    }

    Position find(Anchor anchor) {
        for (int[] path : anchor.paths()) {
            Optional<Location> location = locations.find(path);
            if (location.isPresent()) {
                return Position.ofSpan(location.get().span());
            }
        }
        return Position.START;
    }
}
