package dev.sluice.compat.explain;

/**
 * What a change does to those who depend on one side of a schema: its binary encoding, its JSON or its generated code.
 *
 * @param reason who breaks and how, or why nobody does, as a sentence
 */
public record Effect(Impact impact, String reason) {}
