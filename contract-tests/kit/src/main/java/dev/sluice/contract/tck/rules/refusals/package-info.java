/** Chapter 3: what a refusal is and what it leaves behind. */
@NullMarked
package dev.sluice.contract.tck.rules.refusals;

import org.jspecify.annotations.NullMarked;
