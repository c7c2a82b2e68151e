/** The constraints of a schema as buf.validate states them, and the expressions in them. */
@NullMarked
package dev.sluice.codegen.rules;

import org.jspecify.annotations.NullMarked;
