package dev.sluice.contract.pact.derive;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.Constraints;
import dev.sluice.contract.pact.schema.MessageSchema;
import java.util.ArrayList;
import java.util.List;

/** Sets one field of an example to a value that its author chose. */
final class GivenValue {
    private GivenValue() {}

    /**
     * Sets the field; messages on the way to it that are absent are made.
     *
     * @return the way to the field
     * @throws IllegalArgumentException if there is no such field, or the value does not fit it
     */
    static List<FieldDescriptor> set(Message.Builder root, String path, Json value) {
        List<FieldDescriptor> way = new ArrayList<>();
        Message.Builder message = root;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            FieldDescriptor field = fieldOf(message, names[i]);
            way.add(field);
            if (i + 1 < names.length) {
                if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE || field.isRepeated()) {
                    throw new IllegalArgumentException(field.getName() + " is no single message");
                }
                if (!message.hasField(field)) {
                    Example.set(message, field, Constraints.of(field), i);
                }
                message = message.getFieldBuilder(field);
            }
        }
        FieldDescriptor last = way.get(way.size() - 1);
        Message parsed = new MessageSchema(message.getDescriptorForType())
                .fromJson(Json.object().with(last.getJsonName(), value));
        message.clearField(last);
        message.mergeFrom(parsed);
        return way;
    }

    private static FieldDescriptor fieldOf(Message.Builder message, String name) {
        return MessageSchema.field(message.getDescriptorForType(), name)
                .orElseThrow(() -> new IllegalArgumentException(
                        message.getDescriptorForType().getFullName() + " has no field \"" + name + "\""));
    }
}
