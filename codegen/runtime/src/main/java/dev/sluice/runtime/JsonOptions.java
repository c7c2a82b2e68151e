package dev.sluice.runtime;

/**
 * How messages are written to JSON and read from it.
 *
 * @param defaults what is written of fields without presence that hold their default
 * @param unknown what becomes of members and enum names that the schema does not declare
 * @param types what can be inside a google.protobuf.Any, and extensions
 * @param schemaNames whether fields are written by their names in the schema rather than in lower camel case
 * @param enumNumbers whether enum values are written as numbers
 */
public record JsonOptions(
        JsonDefaults defaults, UnknownMembers unknown, Types types, boolean schemaNames, boolean enumNumbers) {
    /** The canonical form; nothing unknown is accepted. */
    public static final JsonOptions STANDARD =
            new JsonOptions(JsonDefaults.OMIT, UnknownMembers.REFUSE, Types.NONE, false, false);

    /** The same but for defaults. */
    public JsonOptions with(JsonDefaults newDefaults) {
        return new JsonOptions(newDefaults, unknown, types, schemaNames, enumNumbers);
    }

    /** The same but for what is unknown. */
    public JsonOptions with(UnknownMembers newUnknown) {
        return new JsonOptions(defaults, newUnknown, types, schemaNames, enumNumbers);
    }

    /** The same but for known types. */
    public JsonOptions with(Types newTypes) {
        return new JsonOptions(defaults, unknown, newTypes, schemaNames, enumNumbers);
    }
}
