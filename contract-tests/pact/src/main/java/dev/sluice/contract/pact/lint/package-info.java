/** Pact files against the schema that they speak of: what they say that the schema, the hooks or the provider do not. */
@NullMarked
package dev.sluice.contract.pact.lint;

import org.jspecify.annotations.NullMarked;
