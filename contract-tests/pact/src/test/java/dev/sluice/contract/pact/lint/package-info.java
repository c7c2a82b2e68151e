/** Pact files that say what they should not. */
@NullMarked
package dev.sluice.contract.pact.lint;

import org.jspecify.annotations.NullMarked;
