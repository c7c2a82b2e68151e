/** Runs the rules of the backpressure contract against a provider and reports what it found. */
@NullMarked
package dev.sluice.contract.tck;

import org.jspecify.annotations.NullMarked;
