package dev.sluice.schema.load;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.FilePositions;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.wire.MalformedWireException;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the files of a FileDescriptorSet (descriptor.proto). */
public final class DescriptorSetLoader {
    private static final int FILE = 1;

    private DescriptorSetLoader() {}

    /**
     * Reads a descriptor set.
     *
     * @param path what to call the set in problems
     * @param set the encoded FileDescriptorSet, kept for as long as the files are: positions are read from it on demand
     * @param problems gets one problem where the bytes are not a descriptor set
     */
    public static List<UnlinkedFile> load(String path, byte[] set, Problems problems) {
        List<UnlinkedFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try {
            WireReader reader = new WireReader(set);
            while (reader.nextTag()) {
                if (reader.fieldNumber() == FILE && reader.wireType() == WireType.LENGTH_DELIMITED) {
                    UnlinkedFile file = file(reader);
                    if (names.add(file.proto().name())) {
                        files.add(file);
                    } else {
                        problems.add(path, "the set holds \"" + file.proto().name() + "\" twice");
                    }
                } else {
                    reader.skip();
                }
            }
        } catch (MalformedWireException | MalformedDescriptorException e) {
            problems.add(new Problem(path, 0, 0, "not a descriptor set: " + e.getMessage()));
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(path, "not a descriptor set: there is no file in it");
        }
        return files;
    }

    private static UnlinkedFile file(WireReader reader) {
        LoadedFile loaded = FileLoader.load(reader.message());
        return new UnlinkedFile(loaded.proto(), !loaded.imported(), new Positions(loaded));
    }

    /** A descriptor set has options at their interpreted paths, and positions counted in one way. */
    private record Positions(LoadedFile loaded) implements FilePositions {
        @Override
        public Optional<SourceInfo> written(SourceInfoForm form) {
            return loaded.sourceInfo();
        }

        @Override
        public Optional<SourceInfo> linked(SchemaFile file, SourceInfoForm form) {
            return loaded.sourceInfo();
        }
    }
}
