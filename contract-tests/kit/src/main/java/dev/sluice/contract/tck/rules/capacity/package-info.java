/** Chapter 2: the capacity document. */
@NullMarked
package dev.sluice.contract.tck.rules.capacity;

import org.jspecify.annotations.NullMarked;
