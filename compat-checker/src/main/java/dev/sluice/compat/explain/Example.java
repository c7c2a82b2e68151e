package dev.sluice.compat.explain;

/**
 * A schema file of an example.
 *
 * @param path the path that imports use
 * @param text the whole file
 */
public record Example(String path, String text) {}
