package dev.sluice.schema.option;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** The options messages of descriptor.proto, by the kind of element that has them. */
public enum OptionsKind {
    FILE("FileOptions", 8, 50, "file"),
    EXTENSION_RANGE("ExtensionRangeOptions", 3, 50, "extension range"),
    MESSAGE("MessageOptions", 7, 12, "message"),
    FIELD("FieldOptions", 8, 21, "field"),
    ONEOF("OneofOptions", 2, 1, "oneof"),
    ENUM("EnumOptions", 3, 7, "enum"),
    ENUM_VALUE("EnumValueOptions", 3, 2, "enum entry"),
    SERVICE("ServiceOptions", 3, 34, "service"),
    METHOD("MethodOptions", 4, 35, "method");

    private final String messageName;
    private final int fieldNumber;
    private final int featuresNumber;
    private final String elementName;

    OptionsKind(String messageName, int fieldNumber, int featuresNumber, String elementName) {
        this.messageName = "google.protobuf." + messageName;
        this.fieldNumber = fieldNumber;
        this.featuresNumber = featuresNumber;
        this.elementName = elementName;
    }

    /** The kind of an element's options. */
    public static OptionsKind of(Element element) {
        if (element instanceof Field) {
            return FIELD;
        } else if (element instanceof MessageType) {
            return MESSAGE;
        } else if (element instanceof EnumValue) {
            return ENUM_VALUE;
        } else if (element instanceof EnumType) {
            return ENUM;
        } else if (element instanceof Rpc) {
            return METHOD;
        } else if (element instanceof Service) {
            return SERVICE;
        } else if (element instanceof SchemaFile) {
            return FILE;
        }
        return element instanceof Oneof ? ONEOF : EXTENSION_RANGE;
    }

    /** The full name of the options message. */
    public String messageName() {
        return messageName;
    }

    /** The number of the {@code options} field in the element's descriptor. */
    public int fieldNumber() {
        return fieldNumber;
    }

    /** The number of the {@code features} field in the options message. */
    public int featuresNumber() {
        return featuresNumber;
    }

    /** The number of the element's kind among the targets of an option (FieldOptions.OptionTargetType). */
    public int targetNumber() {
        return ordinal() + 1;
    }

    /** What to call such an element in a message to a person. */
    public String elementName() {
        return elementName;
    }
}
