package dev.sluice.schema.descriptor;

/**
 * A range of numbers as descriptor.proto writes it: {@code end} is exclusive for messages and inclusive for enums.
 */
public record NumberRange(int start, int end) {}
