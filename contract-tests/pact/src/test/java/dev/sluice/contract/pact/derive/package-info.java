/** What is derived from a schema. */
@NullMarked
package dev.sluice.contract.pact.derive;

import org.jspecify.annotations.NullMarked;
