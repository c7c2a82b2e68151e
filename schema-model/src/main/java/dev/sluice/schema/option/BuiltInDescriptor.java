package dev.sluice.schema.option;

import dev.sluice.schema.model.Linker;
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

/** The {@code descriptor.proto} that comes with Sluice, for sets that have none; read when it is first asked for. */
final class BuiltInDescriptor {
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
            text = new WellKnownSource().read(WellKnownSource.DESCRIPTOR).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Problems problems = new Problems();
        ParsedFile parsed = ProtoParser.parse(WellKnownSource.DESCRIPTOR, text, problems, null, new Names());
        Linker linker = new Linker(new StandardOptionInterpreter.Factory(), Linker.Validation.NONE);
        UnlinkedFile file = UnlinkedFile.builtIn(parsed.proto());
        return linker.link(List.of(file), problems).orElseThrow();
    }
}
