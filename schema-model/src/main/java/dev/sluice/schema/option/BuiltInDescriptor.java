package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.Linker;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.parse.Names;
import dev.sluice.schema.parse.ParsedFile;
import dev.sluice.schema.parse.ProtoParser;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.WellKnownSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The {@code descriptor.proto} that comes with Sluice, for sets that have none; read when it is first asked for. */
final class BuiltInDescriptor {
    private static final String PATH = "google/protobuf/descriptor.proto";

    private BuiltInDescriptor() {}

    private static final class Loaded {
        static final SchemaSet SET = load();
    }

    static SchemaSet set() {
        return Loaded.SET;
    }

    private static SchemaSet load() {
        byte[] text;
        try {
            text = new WellKnownSource().read(PATH).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Problems problems = new Problems();
        ParsedFile parsed = ProtoParser.parse(PATH, text, problems, null, new Names());
        Linker linker = new Linker(new StandardOptionInterpreter.Factory(), Linker.Validation.NONE);
        UnlinkedFile file = new UnlinkedFile(parsed.proto(), false, NoPositions.INSTANCE, NoPositions.INSTANCE);
        return linker.link(List.of(file), problems).orElseThrow();
    }

    /** The file is known to have no problems, so nobody asks where they are. */
    private enum NoPositions
            implements Supplier<Optional<SourceInfo>>, BiFunction<SchemaFile, SourceInfoForm, Optional<SourceInfo>> {
        INSTANCE;

        @Override
        public Optional<SourceInfo> get() {
            return Optional.empty();
        }

        @Override
        public Optional<SourceInfo> apply(SchemaFile file, SourceInfoForm form) {
            return Optional.empty();
        }
    }
}
