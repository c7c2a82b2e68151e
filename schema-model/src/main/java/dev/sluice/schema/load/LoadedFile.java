package dev.sluice.schema.load;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.wire.MalformedWireException;
import dev.sluice.schema.wire.WireReader;
import java.util.List;
import java.util.Optional;

/**
 * A file of a descriptor set.
 *
 * @param imported whether the set marks it as there only for its importers (Buf's image extension)
 * @param sourceInfos readers over the file's SourceCodeInfo, one where the file has one, none where not
 */
record LoadedFile(FileProto proto, boolean imported, List<WireReader> sourceInfos) {

    /** The positions, read anew at each call; empty where the set has none that can be read. */
    Optional<SourceInfo> sourceInfo() {
        if (sourceInfos.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SourceInfoLoader.load(sourceInfos.get(0).copy()));
        } catch (MalformedWireException | MalformedDescriptorException damaged) {
            return Optional.empty();
        }
    }
}
