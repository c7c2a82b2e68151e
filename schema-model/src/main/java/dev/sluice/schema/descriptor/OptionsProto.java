package dev.sluice.schema.descriptor;

import java.util.List;

/**
 * The options of one element: those still to be interpreted, and those already in wire form.
 *
 * @param uninterpreted options as the parser read them, in order of appearance
 * @param encoded the element's options message (FileOptions, FieldOptions, ...) in protobuf wire form: all of it when
 *     loaded from a descriptor set; from the parser only what it sets itself ({@code map_entry}); not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record OptionsProto(List<UninterpretedOption> uninterpreted, byte[] encoded) {

    /** Options as the parser reads them. */
    public static OptionsProto of(List<UninterpretedOption> uninterpreted) {
        return new OptionsProto(uninterpreted, new byte[0]);
    }

    /** Options that are already in wire form. */
    public static OptionsProto encoded(byte[] encoded) {
        return new OptionsProto(List.of(), encoded);
    }
}
