/** Matching rules and examples, derived from messages and their constraints. */
@NullMarked
package dev.sluice.contract.pact.derive;

import org.jspecify.annotations.NullMarked;
