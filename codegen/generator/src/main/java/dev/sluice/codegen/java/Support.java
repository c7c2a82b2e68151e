package dev.sluice.codegen.java;

import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.problem.Problems;

/** Finds what a schema uses and no code is generated for: each is a problem at its position. */
final class Support {
    private final Sources sources;
    private final Problems problems;

    Support(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    void checkFile(SchemaFile file) {
        file.extensions().forEach(this::checkExtension);
    }

    void check(NamedType type) {
        if (TypeNames.packageOf(type.file()).isEmpty()) {
            refuse(
                    type.file(),
                    "the file has neither a package nor the option java_package, and Java needs one of them");
        }
        if (type instanceof MessageType message) {
            checkMessage(message);
        }
    }

    private void checkMessage(MessageType message) {
        if (message.isMessageSet()) {
            refuse(message, "no Java is generated for the MessageSet format of message " + message.fullName());
        }
        if (isWellKnown(message)) {
            refuse(message, "no Java is generated for well-known type " + message.fullName());
        }
        message.fields().forEach(this::checkField);
        message.extensions().forEach(this::checkExtension);
        message.messages().forEach(this::checkMessage);
    }

    private void checkField(Field field) {
        if (field.isRequired()) {
            refuse(field, "no Java is generated for required field " + field.fullName() + "; make it optional");
        }
        if (!Defaults.isSupported(field)) {
            refuse(field, "no Java is generated for the default of bytes field " + field.fullName());
        }
        if (field.message().filter(Support::isWellKnown).isPresent()) {
            refuse(
                    field,
                    "no Java is generated for well-known type "
                            + field.message().get().fullName() + " of field " + field.fullName());
        }
        boolean closedMap = field.isMap()
                && field.message()
                        .flatMap(entry -> entry.field(2))
                        .flatMap(Field::enumType)
                        .filter(type -> type.isClosed())
                        .isPresent();
        if (closedMap) {
            refuse(field, "no Java is generated for map field " + field.fullName() + " with values of a closed enum");
        }
    }

    /** Extensions of options say something to tools, not to programs; others would be fields of generated messages. */
    private void checkExtension(Field extension) {
        String extended = extension.containingMessage().file().filePath();
        if (!extended.equals("google/protobuf/descriptor.proto")) {
            refuse(extension, "no Java is generated for extension " + extension.fullName());
        }
    }

    private static boolean isWellKnown(MessageType message) {
        return message.file().packageName().equals("google.protobuf");
    }

    private void refuse(Element element, String reason) {
        problems.add(sources.problem(element, reason));
    }
}
