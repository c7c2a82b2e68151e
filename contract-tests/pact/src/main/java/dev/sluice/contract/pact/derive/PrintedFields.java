package dev.sluice.contract.pact.derive;

import build.buf.validate.Violation;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.sluice.contract.pact.schema.MessageSchema;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The fields that every valid message has in its JSON. Writers may leave out a field that holds its default, so these are the fields
 * whose constraints forbid the default.
 */
public final class PrintedFields {
    private static final int MAX_DEPTH = 12;

    private PrintedFields() {}

    /** Their schema names joined by dots; {@code timings.} for a message that has to be there and may be empty. */
    public static Set<String> of(MessageSchema message) {
        Set<String> found = new LinkedHashSet<>();
        collect(message.descriptor(), "", 0, found);
        return found;
    }

    private static void collect(Descriptor message, String prefix, int depth, Set<String> found) {
        DynamicMessage empty = DynamicMessage.getDefaultInstance(message);
        for (Violation violation : MessageSchema.violations(empty)) {
            if (violation.getField().getElementsCount() != 1) {
                continue;
            }
            FieldDescriptor field = message.findFieldByNumber(
                    violation.getField().getElements(0).getFieldNumber());
            if (field == null) {
                continue;
            }
            String path = prefix + field.getName();
            int before = found.size();
            if (isNestedMessage(field) && depth < MAX_DEPTH) {
                collect(field.getMessageType(), path + ".", depth + 1, found);
                path = path + ".";
            }
            if (found.size() == before) {
                found.add(path);
            }
        }
    }

    private static boolean isNestedMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.isRepeated()
                && !WellKnownType.isOne(field.getMessageType());
    }
}
