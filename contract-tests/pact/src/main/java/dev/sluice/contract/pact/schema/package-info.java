/** Schemas as contracts need them: messages by name or binding, their constraints, and a judge of examples. */
@NullMarked
package dev.sluice.contract.pact.schema;

import org.jspecify.annotations.NullMarked;
