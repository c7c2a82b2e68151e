package dev.sluice.schema.descriptor;

import java.util.List;

/**
 * An option as written: {@code (a.b).c = value} (descriptor.proto, UninterpretedOption).
 *
 * @param name the parts of its name, at least one
 */
public record UninterpretedOption(List<NamePart> name, OptionValue value) {

    /**
     * One part of an option's name.
     *
     * @param text the name as written, without parentheses; a leading dot is kept
     * @param extension whether it stood in parentheses
     */
    public record NamePart(String text, boolean extension) {}

    /** The value of an option, by the kind of its token. */
    public sealed interface OptionValue {}

    /** A word: an enum value's name, {@code true}, {@code inf}, ... */
    public record Identifier(String text) implements OptionValue {}

    /** An unsigned 64-bit integer. */
    public record PositiveInt(long bits) implements OptionValue {}

    /** An integer below zero, or minus zero. */
    public record NegativeInt(long value) implements OptionValue {}

    /** A floating-point literal, or an integer past 64 bits. */
    public record FloatValue(double value) implements OptionValue {}

    /** A string literal, unescaped, adjacent literals joined; not copied. */
    @SuppressWarnings("ArrayRecordComponent")
    public record StringBytes(byte[] value) implements OptionValue {}

    /**
     * A message in text format between braces.
     *
     * @param offset byte offset in the source of the first byte after the opening brace
     * @param source the source of the whole file, not copied
     * @param end byte offset in the source of the closing brace
     * @param text its tokens joined by single spaces, as descriptor.proto's aggregate_value has them
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Aggregate(byte[] source, int offset, int end, String text) implements OptionValue {}
}
