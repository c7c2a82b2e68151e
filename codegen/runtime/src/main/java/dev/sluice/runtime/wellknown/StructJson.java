package dev.sluice.runtime.wellknown;

import dev.sluice.runtime.JsonReader;
import dev.sluice.runtime.JsonWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The JSON form of google.protobuf.Struct, Value and ListValue: any JSON. */
final class StructJson {
    private StructJson() {}

    static void write(Struct value, JsonWriter out) {
        out.beginObject();
        for (Map.Entry<String, Value> field : value.fields().entrySet()) {
            out.key(field.getKey());
            write(field.getValue(), out);
        }
        out.endObject();
    }

    static void write(ListValue value, JsonWriter out) {
        out.beginList();
        for (Value element : value.values()) {
            out.element();
            write(element, out);
        }
        out.endList();
    }

    static void write(Value value, JsonWriter out) {
        Value.KindCase kind = value.kind();
        if (kind instanceof Value.KindCase.NumberValue number) {
            if (!Double.isFinite(number.value()) && !out.redacts()) {
                throw new IllegalStateException("a Value of " + number.value() + " has no JSON form");
            }
            out.float64(number.value());
        } else if (kind instanceof Value.KindCase.StringValue string) {
            out.string(string.value());
        } else if (kind instanceof Value.KindCase.BoolValue bool) {
            out.bool(bool.value());
        } else if (kind instanceof Value.KindCase.StructValue struct) {
            write(struct.value(), out);
        } else if (kind instanceof Value.KindCase.ListValue list) {
            write(list.value(), out);
        } else {
            out.nullValue();
        }
    }

    static void read(Struct.Builder value, JsonReader in) {
        in.enterStruct();
        Set<String> keys = new HashSet<>();
        while (in.nextEntry()) {
            String key = in.stringKey();
            if (!keys.add(key)) {
                throw in.malformed("this key is there twice");
            }
            Value.Builder field = Value.builder();
            read(field, in);
            value.putFields(key, field.build());
        }
        in.leave();
    }

    static void read(ListValue.Builder value, JsonReader in) {
        in.enterListValue();
        while (in.nextElement()) {
            Value.Builder element = Value.builder();
            read(element, in);
            value.addValues(element.build());
        }
        in.leave();
    }

    static void read(Value.Builder value, JsonReader in) {
        switch (in.next()) {
            case '{' -> {
                Struct.Builder struct = Struct.builder();
                read(struct, in);
                value.structValue(struct.build());
            }
            case '[' -> {
                ListValue.Builder list = ListValue.builder();
                read(list, in);
                value.listValue(list.build());
            }
            case '"' -> value.stringValue(in.string());
            case 't', 'f' -> value.boolValue(in.bool());
            case 'n' -> {
                if (!in.takeNull()) {
                    throw in.malformed("expected null");
                }
                value.nullValue(NullValue.NULL_VALUE);
            }
            default -> value.numberValue(in.float64());
        }
    }
}
