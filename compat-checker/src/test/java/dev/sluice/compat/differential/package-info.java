/** Compares the checker with the real {@code buf} on the same schemas. */
@NullMarked
package dev.sluice.compat.differential;

import org.jspecify.annotations.NullMarked;
