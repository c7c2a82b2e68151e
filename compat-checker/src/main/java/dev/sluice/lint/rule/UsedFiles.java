package dev.sluice.lint.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import dev.sluice.schema.wire.MalformedWireException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The files whose messages, enums and extensions a file refers to by name. */
final class UsedFiles {
    private static final String ANY = "google.protobuf.Any";

    private final SchemaSet set;
    private final Set<SchemaFile> used = new LinkedHashSet<>();

    private UsedFiles(SchemaSet set) {
        this.set = set;
    }

    /** The files that a file uses, itself included. */
    static Set<SchemaFile> of(SchemaFile file) {
        UsedFiles files = new UsedFiles(file.set());
        Elements.forEach(file, files::addElement);
        return files.used;
    }

    private void addElement(Element element) {
        if (element instanceof Field field) {
            field.typeReference().ifPresent(type -> used.add(type.file()));
            if (field.isMap()) {
                field.message().orElseThrow().fields().forEach(this::addElement);
            }
            if (field.isExtension()) {
                used.add(field.containingMessage().file());
            }
        } else if (element instanceof Rpc rpc) {
            used.add(rpc.request().file());
            used.add(rpc.response().file());
        } else if (element instanceof MessageType message) {
            message.extensionRanges().forEach(this::addOptions);
        }
        addOptions(element);
    }

    private void addOptions(Element element) {
        MessageValue.ofOptions(element, set).ifPresent(this::addValue);
    }

    private void addValue(MessageValue message) {
        if (message.type().fullName().equals(ANY)) {
            addAny(message);
        }
        for (Field field : message.fields()) {
            if (field.isExtension()) {
                used.add(field.file());
            }
            for (Value value : message.values(field)) {
                if (value instanceof Value.Message inner) {
                    addValue(inner.value());
                }
            }
        }
    }

    private static byte[] content(MessageValue any) {
        return any.value("value").orElse(null) instanceof Value.Bytes bytes ? bytes.value() : new byte[0];
    }

    /** Adds what an Any is written with: the name of its type, and its fields. */
    private void addAny(MessageValue any) {
        String url = any.text("type_url").orElse("");
        Optional<MessageType> type = set.message(url.substring(url.lastIndexOf('/') + 1));
        if (type.isEmpty()) {
            return;
        }
        used.add(type.get().file());
        try {
            addValue(new MessageValue(type.get(), set, content(any)));
        } catch (MalformedWireException e) {
            // The bytes were written by hand and are not of that type.
            return;
        }
    }
}
