package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;

/** How findings speak of elements of any kind. */
final class ElementWords {
    private ElementWords() {}

    static String describe(Element element) {
        if (element instanceof Field field) {
            return FieldWords.describe(field);
        }
        if (element instanceof Rpc rpc) {
            return RpcWords.describe(rpc);
        }
        return kind(element) + " \"" + element.name() + "\"";
    }

    private static String kind(Element element) {
        if (element instanceof SchemaFile) {
            return "file";
        }
        if (element instanceof MessageType) {
            return "message";
        }
        if (element instanceof EnumType) {
            return "enum";
        }
        if (element instanceof EnumValue) {
            return "enum value";
        }
        return element instanceof Oneof ? "oneof" : "service";
    }
}
