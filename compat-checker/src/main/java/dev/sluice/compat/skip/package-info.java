/**
 * Leaves out what cannot have changed: of two sources only the files that differ are compared, and those that see the
 * difference through their imports. The findings are the same as those of a comparison of everything.
 */
@NullMarked
package dev.sluice.compat.skip;

import org.jspecify.annotations.NullMarked;
