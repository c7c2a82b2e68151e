/**
 * The consumer's side: a contract defined from generated bindings and their schema, the consumer run against it, the Pact file written.
 */
@NullMarked
package dev.sluice.contract.pact.consumer;

import org.jspecify.annotations.NullMarked;
