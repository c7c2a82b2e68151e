package dev.sluice.schema.option;

import dev.sluice.schema.model.LinkProblems;
import dev.sluice.schema.model.OptionInterpreter;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Symbols;

/** Interprets options as protoc does (protobuf.dev, Options and Custom Options). */
public final class StandardOptionInterpreter implements OptionInterpreter {
    private final Symbols symbols;
    private final LinkProblems problems;
    private final OptionTypes types;

    private StandardOptionInterpreter(Symbols symbols, LinkProblems problems) {
        this.symbols = symbols;
        this.problems = problems;
        this.types = new OptionTypes(symbols);
    }

    @Override
    public OfFile of(SchemaFile file) {
        return new FileOptionInterpreter(file, symbols, types, problems);
    }

    /** Makes interpreters. */
    public static final class Factory implements OptionInterpreter.Factory {

        @Override
        public OptionInterpreter create(Symbols symbols, LinkProblems problems) {
            return new StandardOptionInterpreter(symbols, problems);
        }
    }
}
