package dev.sluice.codegen.jsonsource;

/** What violations say, by keyword. */
final class Messages {
    private Messages() {}

    /** The type of JSON value that a keyword speaks of; empty where it speaks of all. */
    static String subject(String keyword) {
        return switch (keyword) {
            case "minLength", "maxLength", "pattern", "format", "contentEncoding" -> "string";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> "number";
            case "minItems", "maxItems", "uniqueItems", "items", "prefixItems", "contains" -> "array";
            case "minProperties",
                    "maxProperties",
                    "required",
                    "properties",
                    "patternProperties",
                    "additionalProperties",
                    "propertyNames",
                    "dependentRequired",
                    "dependentSchemas",
                    "dependencies" -> "object";
            default -> "";
        };
    }

    static String of(SchemaNode node, String keyword) {
        String value = node.get(keyword).map(json -> json.toJson()).orElse("");
        return switch (keyword) {
            case "minLength" -> "must have at least " + value + " characters";
            case "maxLength" -> "must have at most " + value + " characters";
            case "pattern" -> "must match the pattern " + node.text("pattern").orElse("");
            case "format" -> "must be a valid " + node.text("format").orElse("");
            case "minimum" -> "must be at least " + value;
            case "maximum" -> "must be at most " + value;
            case "exclusiveMinimum" -> "must be greater than " + value;
            case "exclusiveMaximum" -> "must be less than " + value;
            case "multipleOf" -> "must be a multiple of " + value;
            case "minItems" -> "must have at least " + value + " elements";
            case "maxItems" -> "must have at most " + value + " elements";
            case "uniqueItems" -> "must not have two equal elements";
            case "contains" -> "must have as many elements as are asked for that satisfy the schema of contains";
            case "minProperties" -> "must have at least " + value + " members";
            case "maxProperties" -> "must have at most " + value + " members";
            case "required" -> "must have the members " + value;
            case "propertyNames" -> "must have members with valid names";
            case "additionalProperties" -> "must not have other members than those that are valid";
            case "dependentRequired", "dependentSchemas", "dependencies" ->
                "must have what the members that are present ask for";
            case "enum", "const" -> "must be " + (value.length() > 200 ? "one of the listed values" : value);
            case "anyOf" -> "must satisfy at least one of the schemas";
            case "oneOf" -> "must satisfy exactly one of the schemas";
            case "not" -> "must not satisfy the schema";
            case "if" -> "must satisfy the schema that its condition selects";
            case "type" -> "must be of type " + value;
            case "false" -> "must be absent";
            default -> "must have valid parts (" + keyword + ")";
        };
    }
}
