/** Chapter 10: policies, flags and bad input. */
@NullMarked
package dev.sluice.contract.tck.rules.change;

import org.jspecify.annotations.NullMarked;
