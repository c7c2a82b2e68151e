/** Chapter 6: at most one execution. */
@NullMarked
package dev.sluice.contract.tck.rules.once;

import org.jspecify.annotations.NullMarked;
