/**
 * Java source as the emitters describe it. JavaPoet prints the headers of types and the constants of enums, resolves every name of a
 * type where it stands and chooses the imports; fields, methods and Javadoc are kept as text and take their place in what JavaPoet
 * printed. With JavaPoet alone, which prints all in small pieces and twice, generating took two fifths longer
 * ({@code benchmarks/generation-speed.sh}). The classes have the names of JavaPoet's, and those of their methods that the emitters use.
 */
@NullMarked
package dev.sluice.codegen.code;

import org.jspecify.annotations.NullMarked;
