package dev.sluice.contract.pact.schema;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.Violation;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/**
 * One message type.
 *
 * @param descriptor its descriptor
 */
public record MessageSchema(Descriptor descriptor) {
    private static final Validator VALIDATOR = ValidatorFactory.newBuilder().build();

    /** Its full name in the schema. */
    public String fullName() {
        return descriptor.getFullName();
    }

    /** The field of this JSON name or schema name. */
    public Optional<FieldDescriptor> field(String name) {
        return field(descriptor, name);
    }

    /** The field of a message with this JSON name or schema name; schema names of extensions are in brackets and not found. */
    public static Optional<FieldDescriptor> field(Descriptor message, String name) {
        FieldDescriptor bySchemaName = message.findFieldByName(name);
        return bySchemaName != null
                ? Optional.of(bySchemaName)
                : message.getFields().stream()
                        .filter(field -> field.getJsonName().equals(name))
                        .findFirst();
    }

    /**
     * Reads the proto3 JSON of a message.
     *
     * @throws SchemaProblemsException if it is not a message of this type
     */
    public DynamicMessage fromJson(Json json) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptor);
        try {
            JsonFormat.parser().merge(JsonWriter.write(json), message);
        } catch (InvalidProtocolBufferException unfit) {
            throw new SchemaProblemsException("not a " + fullName(), List.of(String.valueOf(unfit.getMessage())));
        }
        return message.build();
    }

    /** The canonical proto3 JSON of a message, without fields that hold their default and have no presence. */
    public static Json.Obj toJson(Message message) {
        try {
            return (Json.Obj) JsonReader.read(
                    JsonFormat.printer().omittingInsignificantWhitespace().print(message));
        } catch (InvalidProtocolBufferException | JsonSyntaxException unprintable) {
            throw new IllegalArgumentException("a message without JSON form: " + unprintable.getMessage());
        }
    }

    /** The constraints of the schema that a message breaks, by protovalidate. */
    public static List<Violation> violations(Message message) {
        try {
            ValidationResult result = VALIDATOR.validate(message);
            return result.toProto().getViolationsList();
        } catch (ValidationException unfit) {
            throw new IllegalArgumentException("constraints of "
                    + message.getDescriptorForType().getFullName() + " cannot be checked: " + unfit.getMessage());
        }
    }
}
