package dev.sluice.lint.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;
import java.util.List;
import java.util.function.Consumer;

/** Visits the elements of a file that are written there: no entry types of maps, no oneofs of optional fields. */
public final class Elements {
    private final Consumer<Element> visitor;

    private Elements(Consumer<Element> visitor) {
        this.visitor = visitor;
    }

    /** Visits a file and all elements in it but ranges of extensions. */
    public static void forEach(SchemaFile file, Consumer<Element> visitor) {
        Elements elements = new Elements(visitor);
        visitor.accept(file);
        file.messages().forEach(elements::visit);
        elements.visit(file.enums());
        file.services().forEach(elements::visit);
        file.extensions().forEach(visitor);
    }

    private void visit(MessageType message) {
        if (message.isMapEntry()) {
            return;
        }
        visitor.accept(message);
        message.fields().forEach(visitor);
        for (Oneof oneof : message.oneofs()) {
            if (!oneof.isSynthetic()) {
                visitor.accept(oneof);
            }
        }
        message.messages().forEach(this::visit);
        visit(message.enums());
        message.extensions().forEach(visitor);
    }

    private void visit(List<EnumType> types) {
        for (EnumType type : types) {
            visitor.accept(type);
            type.values().forEach(visitor);
        }
    }

    private void visit(Service service) {
        visitor.accept(service);
        service.rpcs().forEach(visitor);
    }
}
