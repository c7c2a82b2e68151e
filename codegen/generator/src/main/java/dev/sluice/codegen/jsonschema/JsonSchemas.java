package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.GeneratedFile;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes JSON Schemas of messages. A schema describes the canonical JSON form: members by their JSON name, enums by name,
 * 64-bit integers as strings or numbers; members it does not know are allowed. A field without presence is required where
 * its zero value would break a constraint. Expressions (CEL) cannot be said in a schema: {@code $comment} names them.
 */
public final class JsonSchemas {
    private JsonSchemas() {}

    /** One file, {@code <full name>.schema.json}, for each top-level message of the requested files. */
    public static List<GeneratedFile> of(SchemaSet set) {
        Sources sources = new Sources();
        List<GeneratedFile> files = new ArrayList<>();
        for (SchemaFile file : set.requestedFiles()) {
            for (MessageType message : file.messages()) {
                String text = JsonPrinter.print(new MessageSchema(set, sources, message).document());
                files.add(new GeneratedFile(message.fullName() + ".schema.json", text));
            }
        }
        files.sort(Comparator.comparing(GeneratedFile::path));
        return files;
    }
}
