package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import java.util.Map;

/** Writes JSON by lines, so that a change of a contract is reviewed as a change of lines. */
final class IndentedJson {
    private IndentedJson() {}

    static String write(Json value) {
        StringBuilder out = new StringBuilder();
        append(value, "\n", out);
        return out.append('\n').toString();
    }

    private static void append(Json value, String indent, StringBuilder out) {
        String deeper = indent + "  ";
        if (value instanceof Json.Obj object && !object.members().isEmpty()) {
            String between = "{";
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                out.append(between).append(deeper);
                out.append(JsonWriter.write(Json.of(member.getKey()))).append(": ");
                append(member.getValue(), deeper, out);
                between = ",";
            }
            out.append(indent).append('}');
        } else if (value instanceof Json.Arr array && !array.values().isEmpty()) {
            String between = "[";
            for (Json element : array.values()) {
                append(element, deeper, out.append(between).append(deeper));
                between = ",";
            }
            out.append(indent).append(']');
        } else {
            out.append(JsonWriter.write(value));
        }
    }
}
