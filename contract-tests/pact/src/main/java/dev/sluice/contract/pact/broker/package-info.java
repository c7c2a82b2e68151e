/** Pact files from a Pact Broker, over its HAL resources. */
@NullMarked
package dev.sluice.contract.pact.broker;

import org.jspecify.annotations.NullMarked;
