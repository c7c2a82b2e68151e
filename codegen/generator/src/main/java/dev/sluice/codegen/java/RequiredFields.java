package dev.sluice.codegen.java;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which messages of a set have required fields, in themselves or in messages within them. */
final class RequiredFields {
    private final Set<MessageType> checked = new HashSet<>();
    private final Map<MessageType, List<MessageType>> users = new HashMap<>();
    private final Deque<MessageType> open = new ArrayDeque<>();

    RequiredFields(SchemaSet set) {
        for (SchemaFile file : set.files()) {
            file.messages().forEach(this::visit);
        }
        while (!open.isEmpty()) {
            users.getOrDefault(open.remove(), List.of()).forEach(this::add);
        }
    }

    private void visit(MessageType message) {
        for (Field field : message.fields()) {
            if (field.isRequired()) {
                add(message);
            }
            field.message()
                    .ifPresent(part -> users.computeIfAbsent(part, absent -> new ArrayList<>())
                            .add(message));
        }
        message.messages().forEach(this::visit);
    }

    private void add(MessageType message) {
        if (checked.add(message)) {
            open.add(message);
        }
    }

    boolean isIn(MessageType message) {
        return checked.contains(message);
    }
}
