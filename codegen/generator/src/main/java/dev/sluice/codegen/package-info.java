/** Generates typed Java from linked schemas, and keeps a folder of generated files in step with them. */
@NullMarked
package dev.sluice.codegen;

import org.jspecify.annotations.NullMarked;
