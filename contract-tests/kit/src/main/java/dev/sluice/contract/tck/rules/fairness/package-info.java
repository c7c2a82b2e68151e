/** Chapter 7: who goes first. */
@NullMarked
package dev.sluice.contract.tck.rules.fairness;

import org.jspecify.annotations.NullMarked;
