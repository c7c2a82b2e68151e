package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a message, or an extension. */
public final class Field implements Element {
    private final SchemaFile file;
    private final @Nullable MessageType parent;
    private final int index;
    private final String name;
    private final int number;
    private final FieldLabel label;
    private final boolean extension;
    private final boolean proto3Optional;
    private final @Nullable String defaultValue;
    private final @Nullable String explicitJsonName;
    private final @Nullable Oneof oneof;
    private FieldType type;
    private @Nullable NamedType typeReference;
    private @Nullable MessageType extendee;
    private Options options = Options.NONE;
    private @Nullable Features features;

    Field(
            SchemaFile file,
            @Nullable MessageType parent,
            int index,
            String name,
            int number,
            FieldLabel label,
            FieldType type,
            boolean extension,
            boolean proto3Optional,
            @Nullable String defaultValue,
            @Nullable String explicitJsonName,
            @Nullable Oneof oneof) {
        this.file = file;
        this.parent = parent;
        this.index = index;
        this.name = name;
        this.number = number;
        this.label = label;
        this.type = type;
        this.extension = extension;
        this.proto3Optional = proto3Optional;
        this.defaultValue = defaultValue;
        this.explicitJsonName = explicitJsonName;
        this.oneof = oneof;
    }

    void setTypeReference(NamedType reference, FieldType type) {
        this.typeReference = reference;
        this.type = type;
    }

    void setExtendee(MessageType extendee) {
        this.extendee = extendee;
    }

    void setOptions(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fullName() {
        if (parent != null) {
            return parent.fullName() + "." + name;
        }
        return file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    }

    @Override
    public SchemaFile file() {
        return file;
    }

    /** The message the field is declared in; for an extension the message it is nested in, if any. */
    public Optional<MessageType> parent() {
        return Optional.ofNullable(parent);
    }

    /** The message whose encoding carries the field: the extended one for an extension, else the parent. */
    public MessageType containingMessage() {
        return Linked.reference(extension ? extendee : parent, this);
    }

    /** The position among the fields (or extensions) of its parent, from 0. */
    public int index() {
        return index;
    }

    /** The field number. */
    public int number() {
        return number;
    }

    /** The label, OPTIONAL where none is written. */
    public FieldLabel label() {
        return label;
    }

    /** Whether the field is repeated, a map included. */
    public boolean isRepeated() {
        return label == FieldLabel.REPEATED;
    }

    /**
     * The type as descriptor.proto states it. A delimited field of an edition is MESSAGE here; see {@link
     * #isDelimited()}.
     */
    public FieldType type() {
        return type;
    }

    /** Whether the field is encoded as a group (wire types 3 and 4). */
    public boolean isDelimited() {
        if (type == FieldType.GROUP) {
            return true;
        }
        return type == FieldType.MESSAGE
                && features().messageEncoding() == Features.MessageEncoding.DELIMITED
                && !isMap()
                && !inMapEntry();
    }

    private boolean inMapEntry() {
        return parent != null && !extension && parent.isMapEntry();
    }

    /** The message or enum it refers to, or empty for a scalar. */
    public Optional<NamedType> typeReference() {
        return Optional.ofNullable(typeReference);
    }

    /** The message type, or empty where the field is not a message or group. */
    public Optional<MessageType> message() {
        return typeReference instanceof MessageType message ? Optional.of(message) : Optional.empty();
    }

    /** The enum type, or empty where the field is not an enum. */
    public Optional<EnumType> enumType() {
        return typeReference instanceof EnumType enumType ? Optional.of(enumType) : Optional.empty();
    }

    /** Whether this is a map field. */
    public boolean isMap() {
        return isRepeated() && typeReference instanceof MessageType message && message.isMapEntry();
    }

    /** Whether this is an extension. */
    public boolean isExtension() {
        return extension;
    }

    /** The oneof it belongs to, synthetic ones included. */
    public Optional<Oneof> oneof() {
        return Optional.ofNullable(oneof);
    }

    /** The oneof it belongs to, if that is one the schema declares. */
    public Optional<Oneof> realOneof() {
        return oneof == null || oneof.isSynthetic() ? Optional.empty() : Optional.of(oneof);
    }

    /** Whether it is written with {@code optional} in proto3. */
    public boolean isProto3Optional() {
        return proto3Optional;
    }

    /** Whether the field tells absent from default (protobuf.dev, Field Presence). False for repeated fields. */
    public boolean hasPresence() {
        if (isRepeated()) {
            return false;
        }
        return type.isMessage()
                || oneof != null
                || extension
                || features().fieldPresence() != Features.FieldPresence.IMPLICIT;
    }

    /** Whether the field must be set: proto2 {@code required} or the LEGACY_REQUIRED feature. */
    public boolean isRequired() {
        return label == FieldLabel.REQUIRED
                || (!isRepeated() && features().fieldPresence() == Features.FieldPresence.LEGACY_REQUIRED);
    }

    /** Whether a repeated field is written packed. */
    public boolean isPacked() {
        return isRepeated()
                && type.isPackable()
                && features().repeatedFieldEncoding() == Features.RepeatedFieldEncoding.PACKED;
    }

    /** The name in JSON: the one written in the schema, else derived from the field's name. */
    public String jsonName() {
        return explicitJsonName != null ? explicitJsonName : JsonNames.derive(name);
    }

    /** The JSON name written in the schema; one loaded from a descriptor set counts as written where it differs. */
    public Optional<String> explicitJsonName() {
        return Optional.ofNullable(explicitJsonName);
    }

    /** The default in descriptor.proto's text form, if one is declared. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Features features() {
        Features resolved = features;
        if (resolved == null) {
            resolved = outerFeatures().merge(options, FeatureField.FIELD).legacy(this);
            features = resolved;
        }
        return resolved;
    }

    private Features outerFeatures() {
        if (oneof != null) {
            return oneof.features();
        }
        return parent != null ? parent.features() : file.features();
    }

    @Override
    public int[] path() {
        if (parent == null) {
            return new int[] {7, index};
        }
        return Paths.append(parent.path(), extension ? 6 : 2, index);
    }

    @Override
    public String toString() {
        return fullName();
    }
}
