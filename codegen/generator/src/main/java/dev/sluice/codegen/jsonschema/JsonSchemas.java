package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes JSON Schemas of messages. A schema describes the canonical JSON form: members by their JSON name, enums by name,
 * 64-bit integers as strings or numbers; members it does not know are allowed. A field without presence is required where
 * its zero value would break a constraint. Expressions (CEL) cannot be said in a schema: {@code $comment} names them.
 */
public final class JsonSchemas {
    /** A file name has at most 255 bytes; the rest is for {@code .schema.json}, and for the draft of the file. */
    private static final int LONGEST_NAME = 230;

    private JsonSchemas() {}

    /**
     * One file, {@code <full name>.schema.json}, for each top-level message of the requested files.
     *
     * @throws GenerationException if a name is too long for a file
     */
    public static List<GeneratedFile> of(SchemaSet set) {
        Sources sources = new Sources();
        Problems problems = new Problems();
        List<GeneratedFile> files = new ArrayList<>();
        for (SchemaFile file : set.requestedFiles()) {
            for (MessageType message : file.messages()) {
                if (message.fullName().length() > LONGEST_NAME) {
                    problems.add(sources.problem(message, tooLong(message)));
                }
                String text = JsonPrinter.print(new MessageSchema(set, sources, message).document());
                files.add(new GeneratedFile(message.fullName() + ".schema.json", text));
            }
        }
        if (!problems.isEmpty()) {
            throw new GenerationException(problems.sorted());
        }
        files.sort(Comparator.comparing(GeneratedFile::path));
        return files;
    }

    private static String tooLong(MessageType message) {
        return "no JSON Schema is made of " + message.fullName() + ": the full name, which its file has, is of "
                + message.fullName().length() + " characters, and file systems have room for " + LONGEST_NAME
                + "; give it a shorter name";
    }
}
