/** The rules of the backpressure contract, one class each, and the one list of them. */
@NullMarked
package dev.sluice.contract.tck.rules;

import org.jspecify.annotations.NullMarked;
