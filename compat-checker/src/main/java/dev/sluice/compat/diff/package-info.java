/** Pairs old with new, once, and shows every pair to the rules. */
@NullMarked
package dev.sluice.compat.diff;

import org.jspecify.annotations.NullMarked;
