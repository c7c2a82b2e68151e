/**
 * Java source as the emitters describe it. JavaPoet declares the types, fields and methods, resolves the names of types and chooses
 * the imports; code and Javadoc are kept as text and take their place in what JavaPoet printed. The classes have the names of
 * JavaPoet's, and those of their methods that the emitters use.
 */
@NullMarked
package dev.sluice.codegen.code;

import org.jspecify.annotations.NullMarked;
