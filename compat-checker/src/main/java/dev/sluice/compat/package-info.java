/** Finds changes of schemas that break a peer: {@link dev.sluice.compat.CompatibilityCheck} is the way in. */
@NullMarked
package dev.sluice.compat;

import org.jspecify.annotations.NullMarked;
