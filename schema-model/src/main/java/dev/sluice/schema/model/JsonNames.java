package dev.sluice.schema.model;

/** Derives JSON names of fields (protobuf.dev, ProtoJSON Format). */
public final class JsonNames {
    private JsonNames() {}

    /** The lowerCamelCase form: underscores go, and an ASCII letter after one becomes upper case. */
    public static String derive(String fieldName) {
        if (fieldName.indexOf('_') < 0) {
            return fieldName;
        }
        StringBuilder name = new StringBuilder(fieldName.length());
        boolean capitalise = false;
        for (int i = 0; i < fieldName.length(); i++) {
            char c = fieldName.charAt(i);
            if (c == '_') {
                capitalise = true;
            } else {
                name.append(capitalise && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                capitalise = false;
            }
        }
        return name.toString();
    }
}
