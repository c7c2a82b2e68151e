/** Chapter 1: the bound. */
@NullMarked
package dev.sluice.contract.tck.rules.bound;

import org.jspecify.annotations.NullMarked;
