package dev.sluice.codegen.java;

import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import dev.sluice.schema.problem.Printable;
import dev.sluice.schema.problem.Problems;
import java.util.List;

/** Finds what a schema uses and no code is generated for: each is a problem at its position. */
final class Support {
    /** More constants than these do not fit the one method of a class file that makes them. */
    private static final int MAX_CONSTANTS = 2_800;

    /** More values than these, those with a number of another among them, do not fit the method that lists them. */
    private static final int MAX_VALUES = 3_500;

    /** More fields than these do not fit the constants of a class file. */
    private static final int MAX_FIELDS = 2_500;

    /** More extensions than these in one place do not fit the method that makes them. */
    private static final int MAX_EXTENSIONS = 1_500;

    /** More methods than these do not fit the one that makes their descriptions. */
    private static final int MAX_RPCS = 1_500;

    private final Sources sources;
    private final Problems problems;

    Support(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    void check(NamedType type) {
        if (type instanceof MessageType message) {
            checkMessage(message);
        } else {
            checkEnum((EnumType) type);
        }
    }

    /** Checks what a file declares beside types. */
    void check(SchemaFile file) {
        checkExtensions(file.extensions(), "file " + Printable.of(file.filePath()));
        for (Service service : file.services()) {
            if (service.rpcs().size() > MAX_RPCS) {
                refuse(
                        service,
                        "no Java is generated for the " + service.rpcs().size() + " methods of service "
                                + service.fullName() + ": a class has room for " + MAX_RPCS
                                + "; move some to a service of their own");
            }
        }
    }

    private void checkExtensions(List<Field> extensions, String of) {
        if (extensions.size() > MAX_EXTENSIONS) {
            refuse(
                    extensions.get(MAX_EXTENSIONS),
                    "no Java is generated for the " + extensions.size() + " extensions of " + of
                            + ": a class has room for " + MAX_EXTENSIONS
                            + "; move some to a file or a message of their own");
        }
    }

    private void checkMessage(MessageType message) {
        if (message.fields().size() > MAX_FIELDS) {
            refuse(
                    message,
                    "no Java is generated for the " + message.fields().size() + " fields of message "
                            + message.fullName() + ": a class has room for " + MAX_FIELDS
                            + "; move some to a message of their own");
        }
        checkExtensions(message.extensions(), "message " + message.fullName());
        message.messages().forEach(this::checkMessage);
        message.enums().forEach(this::checkEnum);
    }

    private void checkEnum(EnumType type) {
        long constants =
                type.values().stream().map(EnumValue::number).distinct().count();
        if (constants > MAX_CONSTANTS) {
            refuse(
                    type,
                    "no Java is generated for the " + constants + " values of enum " + type.fullName()
                            + ": a Java enum has room for " + MAX_CONSTANTS);
        } else if (type.values().size() > MAX_VALUES) {
            refuse(
                    type,
                    "no Java is generated for the " + type.values().size() + " values of enum " + type.fullName()
                            + ", aliases included: a Java enum has room for " + MAX_VALUES);
        }
    }

    private void refuse(Element element, String reason) {
        problems.add(sources.problem(element, reason));
    }
}
