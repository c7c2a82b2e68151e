package dev.sluice.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The member names of one message in JSON. Immutable. */
public final class JsonNames {
    static final JsonNames NONE = of();

    private final String[] names;
    private final String[] quoted;
    private final String[] quotedInSchema;
    private final byte[][] members;
    private final boolean ascii;
    private final Map<String, Integer> indexes;
    private final BitSet takingNull = new BitSet();
    private String extendable = "";

    private JsonNames(String[] names, String[] quoted, String[] quotedInSchema, Map<String, Integer> indexes) {
        this.names = names;
        this.quoted = quoted;
        this.quotedInSchema = quotedInSchema;
        this.members = new byte[quoted.length][];
        boolean isAscii = true;
        for (int i = 0; i < quoted.length; i++) {
            members[i] = ("," + quoted[i] + ":").getBytes(StandardCharsets.UTF_8);
            isAscii &= members[i].length == quoted[i].length() + 2;
        }
        this.ascii = isAscii;
        this.indexes = indexes;
    }

    /** The JSON name and the schema's name of each field in turn; a field's index is its position here. */
    public static JsonNames of(String... jsonNameAndName) {
        String[] names = new String[jsonNameAndName.length / 2];
        String[] quoted = new String[names.length];
        String[] inSchema = new String[quoted.length];
        Map<String, Integer> indexes = new HashMap<>(jsonNameAndName.length * 2);
        for (int i = 0; i < quoted.length; i++) {
            names[i] = jsonNameAndName[2 * i];
            quoted[i] = JsonWriter.quoted(jsonNameAndName[2 * i]);
            indexes.putIfAbsent(jsonNameAndName[2 * i], i);
        }
        for (int i = 0; i < quoted.length; i++) {
            inSchema[i] = JsonWriter.quoted(jsonNameAndName[2 * i + 1]);
            indexes.putIfAbsent(jsonNameAndName[2 * i + 1], i);
        }
        return new JsonNames(names, quoted, inSchema, indexes);
    }

    /** The names of one more message, split where they are too many for one method. */
    public static JsonNames joined(String[]... parts) {
        return of(Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new));
    }

    /** These names; for the fields with these indexes null is a value rather than nothing. */
    public JsonNames takingNull(int... fields) {
        JsonNames taking = new JsonNames(names, quoted, quotedInSchema, indexes);
        for (int field : fields) {
            taking.takingNull.set(field);
        }
        return taking;
    }

    /** These names, of a message with this full name that extensions may extend. */
    public JsonNames extendable(String fullName) {
        JsonNames extendable = new JsonNames(names, quoted, quotedInSchema, indexes);
        extendable.takingNull.or(takingNull);
        extendable.extendable = fullName;
        return extendable;
    }

    /** The full name of the message, where it can be extended; else empty. */
    String extendable() {
        return extendable;
    }

    boolean isExtendable() {
        return !extendable.isEmpty();
    }

    boolean takesNull(int index) {
        return takingNull.get(index);
    }

    int size() {
        return quoted.length;
    }

    /** The JSON name. */
    String name(int index) {
        return names[index];
    }

    /** The JSON name in quotation marks, escaped. */
    String quoted(int index) {
        return quoted[index];
    }

    /** Appends the name and a colon, and a comma before it unless the member is the first. */
    void append(int index, boolean inSchema, boolean first, JsonText out) {
        if (!inSchema) {
            out.add(members[index], first ? 1 : 0, ascii);
            return;
        }
        if (!first) {
            out.add(',');
        }
        out.ascii(quotedInSchema[index]);
        out.add(':');
    }

    /** The index of the field with this name in JSON or in the schema, or -1. */
    int index(String name) {
        return indexes.getOrDefault(name, -1);
    }
}
