package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.Visibility;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A linked message. */
public final class MessageType extends TypeDeclaration implements NamedType {
    private List<Field> fields = List.of();
    private List<Oneof> oneofs = List.of();
    private List<MessageType> messages = List.of();
    private List<EnumType> enums = List.of();
    private List<Field> extensions = List.of();
    private List<ExtensionRange> extensionRanges = List.of();

    MessageType(
            SchemaFile file,
            @Nullable MessageType parent,
            int index,
            String name,
            String fullName,
            List<NumberRange> reservedRanges,
            List<String> reservedNames,
            Visibility visibility) {
        super(file, parent, index, name, fullName, reservedRanges, reservedNames, visibility);
    }

    void setContents(
            List<Field> fields,
            List<Oneof> oneofs,
            List<MessageType> messages,
            List<EnumType> enums,
            List<Field> extensions,
            List<ExtensionRange> extensionRanges) {
        this.fields = fields;
        this.oneofs = oneofs;
        this.messages = messages;
        this.enums = enums;
        this.extensions = extensions;
        this.extensionRanges = extensionRanges;
    }

    /** Fields in order of appearance, oneof members included. */
    public List<Field> fields() {
        return fields;
    }

    /** The field with this number, if there is one. */
    public Optional<Field> field(int number) {
        for (Field field : fields) {
            if (field.number() == number) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The field with this name, if there is one. */
    public Optional<Field> field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Oneofs in order of appearance, the synthetic ones of proto3 optional fields last. */
    public List<Oneof> oneofs() {
        return oneofs;
    }

    /** Nested messages, with those of groups and map entries. */
    public List<MessageType> messages() {
        return messages;
    }

    /** Nested enums. */
    public List<EnumType> enums() {
        return enums;
    }

    /** Extensions declared inside this message (of any message). */
    public List<Field> extensions() {
        return extensions;
    }

    /** Ranges of numbers this message leaves to extensions. */
    public List<ExtensionRange> extensionRanges() {
        return extensionRanges;
    }

    /** Whether this is the entry type of a map field. */
    public boolean isMapEntry() {
        return options().bool(MessageOption.MAP_ENTRY, false);
    }

    /** Whether the message uses the MessageSet wire format (proto1). */
    public boolean isMessageSet() {
        return options().bool(MessageOption.MESSAGE_SET_WIRE_FORMAT, false);
    }

    @Override
    int featureField() {
        return FeatureField.MESSAGE;
    }

    @Override
    int pathIn(boolean message) {
        return message ? 3 : 4;
    }
}
