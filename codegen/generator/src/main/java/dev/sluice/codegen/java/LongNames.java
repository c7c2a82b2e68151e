package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import dev.sluice.schema.problem.Problems;

/** Finds classes whose names are too long for the files that hold them. */
final class LongNames {
    /** A file name has at most 255 bytes; the rest is for {@code $Builder.class}, and for the draft of the source file. */
    private static final int LONGEST = 237;

    private final TypeNames names;
    private final Sources sources;
    private final Problems problems;

    LongNames(TypeNames names, Sources sources, Problems problems) {
        this.names = names;
        this.sources = sources;
        this.problems = problems;
    }

    void check(NamedType type) {
        check(names.of(type), type);
        if (type instanceof MessageType message) {
            TypeNames.nested(message).forEach(this::check);
        }
    }

    void checkServices(SchemaFile file) {
        for (Service service : file.services()) {
            check(names.of(service), service);
        }
    }

    private void check(ClassName name, Element element) {
        int length = String.join("$", name.simpleNames()).length();
        if (length > LONGEST) {
            problems.add(sources.problem(
                    element,
                    "no Java is generated for " + element.fullName() + ": its class file's name would have " + length
                            + " characters, and file systems have room for " + LONGEST + "; give it a shorter name"));
        }
    }
}
