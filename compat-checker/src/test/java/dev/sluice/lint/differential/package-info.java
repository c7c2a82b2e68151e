/** Compares lint with the real {@code buf} on the same schemas. */
@NullMarked
package dev.sluice.lint.differential;

import org.jspecify.annotations.NullMarked;
