package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.GenerationException;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes JSON Schemas of messages. A schema describes the canonical JSON form: members by their JSON name, enums by name,
 * 64-bit integers as strings or numbers; members it does not know are allowed. A field without presence is required where
 * its zero value would break a constraint. Expressions (CEL) cannot be said in a schema: {@code $comment} names them.
 */
public final class JsonSchemas {
    private JsonSchemas() {}

    /**
     * One file, {@code <full name>.schema.json}, for each top-level message of the requested files.
     *
     * @throws GenerationException if a message uses a well-known type, whose JSON form is another
     */
    public static List<GeneratedFile> of(SchemaSet set) {
        Sources sources = new Sources();
        Problems problems = new Problems();
        List<GeneratedFile> files = new ArrayList<>();
        for (SchemaFile file : set.requestedFiles()) {
            for (MessageType message : file.messages()) {
                check(message, sources, problems, new HashSet<>());
                if (problems.isEmpty()) {
                    String text = JsonPrinter.print(new MessageSchema(set, sources, message).document());
                    files.add(new GeneratedFile(message.fullName() + ".schema.json", text));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new GenerationException(problems.sorted());
        }
        files.sort(Comparator.comparing(GeneratedFile::path));
        return files;
    }

    private static void check(MessageType message, Sources sources, Problems problems, Set<MessageType> checked) {
        if (!checked.add(message)) {
            return;
        }
        for (Field field : message.fields()) {
            if (field.message().isEmpty()) {
                continue;
            }
            MessageType of = field.message().get();
            if (of.file().packageName().equals("google.protobuf")) {
                problems.add(sources.problem(
                        field,
                        "no JSON Schema is made for well-known type " + of.fullName() + " of " + field.fullName()));
            } else {
                check(of, sources, problems, checked);
            }
        }
    }
}
