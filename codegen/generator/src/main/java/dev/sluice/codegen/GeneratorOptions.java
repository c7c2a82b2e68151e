package dev.sluice.codegen;

/**
 * How to generate.
 *
 * @param includeImports whether types of imported files that requested ones use are generated too, rather than taken to
 *     be on the class path already
 * @param allowUncompiledRules whether constraints that cannot be compiled to Java are left unchecked and listed in the
 *     Javadoc of {@code validate()}, rather than refused
 */
public record GeneratorOptions(boolean includeImports, boolean allowUncompiledRules) {
    /** Requested files only; every constraint must compile. */
    public static final GeneratorOptions DEFAULTS = new GeneratorOptions(false, false);
}
